import { Client } from 'pg';

/** Every row of a database, by `schema.table`: its JSON by its key. */
export type Tables = ReadonlyMap<string, { columns: readonly string[]; rows: ReadonlyMap<string, object> }>;

interface Table {
  name: string;
  columns: string[];
  key: string[] | null;
}

const TABLES_SQL = `
select format('%I.%I', n.nspname, c.relname) as name,
  (select array_agg(a.attname::text order by a.attname) from pg_attribute a
   where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
  (select array_agg(a.attname::text order by a.attname) from pg_index i
   join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
   where i.indrelid = c.oid and i.indisprimary) as key
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind = 'r' and not c.relispartition and n.nspname = any($1)
order by 1`;

/** Reads all tables of these schemas in one transaction. */
export async function readTables(databaseUrl: string, schemas = ['public', 'stadtverbund']): Promise<Tables> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const tables = new Map<string, { columns: string[]; rows: Map<string, object> }>();
    for (const { name, columns, key } of (await client.query<Table>(TABLES_SQL, [schemas])).rows) {
      const { rows } = await client.query<{ row: Record<string, unknown> }>(
        `select to_jsonb(t) as row from ${name} t`,
      );
      const nameOf = (row: Record<string, unknown>): string =>
        JSON.stringify((key ?? columns).map((one) => row[one]));
      tables.set(name, { columns, rows: new Map(rows.map(({ row }) => [nameOf(row), row])) });
    }
    return tables;
  } finally {
    await client.end();
  }
}

/** A row that has changed. */
export interface Difference {
  table: string;
  key: string;
  before: object | undefined;
  after: object | undefined;
}

/** Rows that are gone, new, or different in an existing column; new columns do not count. */
export function differences(before: Tables, after: Tables): Difference[] {
  return [...before].flatMap(([table, { columns, rows }]) => {
    const present = after.get(table)?.rows ?? new Map<string, object>();
    const only = (row: object | undefined): object | undefined =>
      row && Object.fromEntries(Object.entries(row).filter(([name]) => columns.includes(name)));
    return [...new Set([...rows.keys(), ...present.keys()])].flatMap((key) => {
      const [old, now] = [only(rows.get(key)), only(present.get(key))];
      return JSON.stringify(old) === JSON.stringify(now) ? [] : [{ table, key, before: old, after: now }];
    });
  });
}
