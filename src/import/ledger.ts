import type { Core } from '@strapi/strapi';
import { inTransaction } from '../platform/sql/sql';
import type { SourceId } from './domain/record';

/** What the last import made of a record. */
export interface LedgerEntry {
  documentId: string;
  /** Documents created along with it, by the name of the part. */
  parts: Record<string, string>;
  record: object;
}

export type LedgerType = 'business' | 'advisory-contact' | 'organisation';

interface Row {
  system: string;
  external_id: string;
  document_id: string;
  parts: Record<string, string> | string;
  record: object | string;
}

export const ledgerKey = ({ system, externalId }: SourceId): string => `${system}\u0000${externalId}`;

// Strapi sets pg's parser for jsonb to the identity.
const json = <T>(value: T | string): T => (typeof value === 'string' ? (JSON.parse(value) as T) : value);

/** All entries of the named sources, by `ledgerKey`: one statement for a whole file. */
export async function readLedger(
  strapi: Core.Strapi,
  type: LedgerType,
  systems: readonly string[],
): Promise<Map<string, LedgerEntry>> {
  const { rows } = await strapi.db.connection.raw<{ rows: Row[] }>(
    'select system, external_id, document_id, parts, record from stadtverbund.import_ledger where type = ? and system = any(?)',
    [type, [...systems]],
  );
  return new Map(
    rows.map((row) => [
      ledgerKey({ system: row.system, externalId: row.external_id }),
      { documentId: row.document_id, parts: json(row.parts), record: json(row.record) },
    ]),
  );
}

const WRITE = `
  insert into stadtverbund.import_ledger (type, system, external_id, document_id, parts, record)
  select :type, e.system, e.external_id, e.document_id, e.parts, e.record
    from jsonb_to_recordset(:entries::jsonb)
      as e(system text, external_id text, document_id text, parts jsonb, record jsonb)
      on conflict (type, system, external_id) do update set document_id = excluded.document_id,
         parts = excluded.parts, record = excluded.record, imported_at = now()`;

/** Writes entries in the current transaction, in one statement. */
export async function writeLedgerEntries(
  strapi: Core.Strapi,
  type: LedgerType,
  entries: readonly { source: SourceId; entry: LedgerEntry }[],
): Promise<void> {
  const rows = entries.map(({ source, entry }) => ({
    system: source.system,
    external_id: source.externalId,
    document_id: entry.documentId,
    parts: entry.parts,
    record: entry.record,
  }));
  await inTransaction(strapi, (sql) => sql(WRITE, { type, entries: JSON.stringify(rows) }));
}

/** Writes an entry in the current transaction. */
export const writeLedger = (
  strapi: Core.Strapi,
  type: LedgerType,
  source: SourceId,
  entry: LedgerEntry,
): Promise<void> => writeLedgerEntries(strapi, type, [{ source, entry }]);
