import { withoutPersonal } from '../listing/domain/without-personal';
import type { FoundRow, PersonalData, PersonalDocument } from '../platform/personal-data';
import { LOCKS } from '../platform/sql/advisory-locks';
import type { Sql } from '../platform/sql/sql';

// An import has the ledger in memory while it runs, and would write back what is erased.
const TRY_SQL = `select pg_try_advisory_xact_lock(${LOCKS.import}) as free`;

const FIND_SQL = `
select i.system, i.external_id as "externalId", i.imported_at as "importedAt", i.record::text as record
from stadtverbund.import_ledger i where i.document_id in (
  select m.business from memberships m join memberships_user_lnk l on l.membership_id = m.id where l.user_id = :accountId)
  or lower(i.record->'contact'->>'email') = :email
order by i.system, i.external_id`;

const FORGET_SQL = `delete from stadtverbund.import_ledger where document_id = any(:ids)`;

const READ_SQL = `
select type, system, external_id, record::text as record from stadtverbund.import_ledger where document_id = any(:ids) for update`;

const WRITE_SQL = `
update stadtverbund.import_ledger set record = cast(:record as jsonb)
where type = :type and system = :system and external_id = :external_id`;

const OF_ADDRESS_SQL = `
select type, system, external_id, record::text as record from stadtverbund.import_ledger
where lower(record->'contact'->>'email') = :email for update`;

interface Row {
  readonly type: string;
  readonly system: string;
  readonly external_id: string;
  readonly record: string;
}

async function assertNoImport(sql: Sql): Promise<void> {
  const [lock] = await sql<{ free: boolean }>(TRY_SQL);
  if (!lock?.free) throw new Error('An import is running; the erasure is tried again after it.');
}

async function release(sql: Sql, rows: readonly Row[]): Promise<void> {
  for (const { record, ...key } of rows) {
    const { source, ...said } = parsed(record);
    await sql(WRITE_SQL, { ...key, record: JSON.stringify({ ...withoutPersonal(said), source }) });
  }
}

const parsed = (record: string) => JSON.parse(record) as Readonly<Record<string, unknown>>;
const idsOf = (documents: readonly PersonalDocument[]) => ({
  ids: documents.map(({ documentId }) => documentId),
});

/** What imports remember. */
export const imports: PersonalData = {
  name: 'imports',
  what: {
    de: 'Aus offenen Daten übernommene Angaben: was eine Quelle wie OpenStreetMap zu einem Betrieb zuletzt gesagt hat',
    en: 'Imported records: what a source such as OpenStreetMap last said of a business',
  },
  whose: { de: 'Inhaberinnen und Inhaber von Betrieben', en: 'Owners of businesses' },
  purpose: {
    de: 'Beim nächsten Import nur das ändern, was sich in der Quelle geändert hat',
    en: 'Changing only what has changed in the source at the next import',
  },
  legalBasis: {
    de: 'Art. 6 Abs. 1 Buchst. e oder f DSGVO mit Art. 14 (Daten aus öffentlichen Quellen)',
    en: 'GDPR Art. 6 (1) (e) or (f) with Art. 14 (data from public sources)',
  },
  recipients: { de: 'keine', en: 'none' },
  deleted: {
    de: 'Mit dem nächsten Import überschrieben; auf Antrag gelöscht',
    en: 'Overwritten by the next import; deleted on request',
  },
  tables: ['stadtverbund.import_ledger'],
  keeps: [],
  async find(sql, { accountId = null, email = null }: { accountId?: number | null; email?: string | null }) {
    const rows = await sql<{ record: string }>(FIND_SQL, { accountId, email });
    return rows.map((row): FoundRow => ({ ...row, record: parsed(row.record) }));
  },
  async erase(sql, { email }) {
    if (email !== undefined) await release(sql, await sql<Row>(OF_ADDRESS_SQL, { email }));
  },
  async forget(sql, documents) {
    await assertNoImport(sql);
    await sql(FORGET_SQL, idsOf(documents));
  },
  async release(sql, documents) {
    await assertNoImport(sql);
    await release(sql, await sql<Row>(READ_SQL, idsOf(documents)));
  },
};
