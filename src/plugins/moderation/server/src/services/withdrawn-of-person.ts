import { withoutPersonal } from '#src/listing/domain/without-personal';
import type { FoundRow, PersonalDocument } from '#src/platform/personal-data/index';
import type { Sql } from '#src/platform/sql/sql';
import * as SQL from './personal-data.sql';
import type { Revision } from './revision';

type Stored = PersonalDocument & { readonly content: string };

/** The stored revisions of what belongs to an account's businesses. */
export async function findWithdrawn(sql: Sql, accountId: number | undefined): Promise<FoundRow[]> {
  if (accountId === undefined) return [];
  const rows = await sql<{ content: string }>(SQL.FIND_WITHDRAWN_SQL, { accountId });
  return rows.map((row) => ({ ...row, content: JSON.parse(row.content) as unknown }));
}

/** Takes out of stored revisions what only their person could say. */
export async function releaseWithdrawn(sql: Sql, documents: readonly PersonalDocument[]): Promise<void> {
  for (const { uid, documentId, content } of await sql<Stored>(SQL.READ_WITHDRAWN_SQL, {
    documents: JSON.stringify(documents),
  })) {
    const revision = JSON.parse(content) as Revision;
    const released = Object.fromEntries(
      Object.entries(revision).map(([locale, entry]) => [
        locale,
        { ...entry, fields: withoutPersonal(entry.fields) },
      ]),
    );
    await sql(SQL.WRITE_WITHDRAWN_SQL, { uid, documentId, content: JSON.stringify(released) });
  }
}
