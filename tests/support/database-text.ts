import { Client } from 'pg';

/** Every row of a database as text, by `schema.table`. */
export type DatabaseText = ReadonlyMap<string, readonly string[]>;

const TABLES_SQL = `
select format('%I.%I', n.nspname, c.relname) as name
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p', 'm') and not c.relispartition
  and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%' and n.nspname not like 'pg_temp%'
order by 1`;

/**
 * All that a dump of the database would hold: every row of every table of every schema, in one transaction. (The embedded
 * PostgreSQL comes without pg_dump, and one of another version refuses its server.)
 */
export async function readDatabase(databaseUrl: string): Promise<DatabaseText> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const text = new Map<string, string[]>();
    for (const { name } of (await client.query<{ name: string }>(TABLES_SQL)).rows) {
      const { rows } = await client.query<{ row: string }>(
        `select to_jsonb(t)::text as row from ${name} t order by 1`,
      );
      text.set(
        name,
        rows.map(({ row }) => row),
      );
    }
    return text;
  } finally {
    await client.end();
  }
}

/** Which of these words are in which rows, whatever their letter case. */
export function wordsIn(
  text: DatabaseText,
  words: readonly string[],
): { table: string; word: string; row: string }[] {
  return [...text].flatMap(([table, rows]) =>
    rows.flatMap((row) => {
      const folded = row.toLowerCase();
      return words.flatMap((word) => (folded.includes(word.toLowerCase()) ? [{ table, word, row }] : []));
    }),
  );
}
