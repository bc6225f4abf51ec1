import { startedApp } from './started-app';

type Row = Record<string, unknown>;

interface JoinTable {
  name: string;
  joinColumn: { name: string; referencedTable?: string };
  inverseJoinColumn?: { name: string; referencedTable?: string };
}

interface Model {
  uid: string;
  tableName: string;
  attributes: Record<string, { joinTable?: JoinTable; target?: string; type?: string }>;
}

/** Our own tables that a publication fills. */
const OWN = [
  'submission',
  'moderation_log',
  'withdrawn_revision',
  'import_ledger',
  'first_publication',
  'parted_relation',
];

const TIME = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d(:?\d\d)?)?/g;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

const query = async (text: string): Promise<Row[]> => {
  const run = async ({ trx }: { trx: { raw(sql: string): Promise<unknown> } }) =>
    ((await trx.raw(text)) as { rows: { row: string }[] }).rows;
  const rows = (await startedApp().strapi.db.transaction(run as never)) as unknown as { row: string }[];
  return rows.map(({ row }) => JSON.parse(row) as Row);
};

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const rowsOf = (table: string): Promise<Row[]> =>
  query(`select to_jsonb(t)::text as row from ${table} t order by ${'1'}`);

/**
 * All content in the database as seen by the running transaction, as lines that do not depend on ids and times: rows of
 * content types, their components and links, moderation, and any further tables given.
 * @param more tables with their schema, such as `stadtverbund.listing`
 */
export async function dumpContent(more: readonly string[] = []): Promise<string[]> {
  const { strapi } = startedApp();
  const models = [...strapi.db.metadata.values()] as unknown as Model[];
  const types = models.filter(({ uid }) => uid.startsWith('api::'));
  const labels = new Map<string, string>();
  const documents = new Map<string, string>();
  const lines: string[] = [];
  const contents = new Map<string, Row[]>();

  for (const { tableName } of types) {
    const rows = (await rowsOf(`public."${tableName}"`)).sort((a, b) => Number(a.id) - Number(b.id));
    contents.set(tableName, rows);
    for (const row of rows) {
      const documentId = String(row.document_id);
      if (!documents.has(documentId))
        documents.set(documentId, `${tableName}/${text(row.slug ?? row.name ?? row.title)}`);
      labels.set(
        `${tableName}:${String(row.id)}`,
        `${documents.get(documentId)}/${String(row.locale)}/${row.published_at ? 'public' : 'draft'}`,
      );
    }
  }

  // Components are named after their owners, from the outside in.
  const parts = models.filter(({ uid }) => uid in strapi.components);
  const holders = [...types, ...parts];
  for (let depth = 0; depth < 4; depth += 1) {
    for (const { tableName } of holders) {
      const link = models.find((model) => model.tableName === `${tableName}_cmps`);
      if (!link) continue;
      for (const row of await rowsOf(`public."${link.tableName}"`)) {
        const owner = labels.get(`${tableName}:${String(row.entity_id)}`);
        const part = parts.find(({ uid }) => uid === row.component_type);
        if (!owner || !part) continue;
        labels.set(
          `${part.tableName}:${String(row.cmp_id)}`,
          `${owner}.${String(row.field)}[${text(row.order)}]`,
        );
        if (depth === 0) continue;
      }
    }
  }

  const short = new Map(
    [...documents].flatMap(([id, label]) =>
      [id.slice(0, 12), id.slice(-12)].map((part) => [part, `"${label}"`]),
    ),
  );

  const plain = (row: Row, omit: readonly string[]): string => {
    const rest = Object.entries(row).filter(([name]) => !omit.includes(name));
    let text = JSON.stringify(Object.fromEntries(rest.sort(([a], [b]) => (a < b ? -1 : 1))));
    text = text
      .replace(TIME, '<time>')
      .replace(UUID, '<uuid>')
      .replace(/"id": ?\d+/g, '"id":0');
    text = text.replace(/[a-z][a-z0-9]{23}/g, (id) => documents.get(id) ?? id);
    // Documents without a slug are named by a part of their id.
    return text.replace(/"[a-z0-9]{12}"/g, (part) => short.get(part.slice(1, -1)) ?? part);
  };

  for (const [table, rows] of contents)
    for (const row of rows) lines.push(`${labels.get(`${table}:${String(row.id)}`)} ${plain(row, ['id'])}`);
  for (const { tableName } of parts)
    for (const row of await rowsOf(`public."${tableName}"`))
      lines.push(`${labels.get(`${tableName}:${String(row.id)}`) ?? 'nobody'} ${plain(row, ['id'])}`);
  for (const { tableName, attributes } of holders)
    for (const { joinTable, target } of Object.values(attributes)) {
      if (!joinTable?.inverseJoinColumn || joinTable.name.endsWith('_cmps')) continue;
      const targetTable = models.find(({ uid }) => uid === target)?.tableName ?? '';
      const [from, to] = [joinTable.joinColumn.name, joinTable.inverseJoinColumn.name];
      for (const row of await rowsOf(`public."${joinTable.name}"`))
        lines.push(
          `${joinTable.name} ${labels.get(`${tableName}:${String(row[from])}`)} -> ${labels.get(`${targetTable}:${String(row[to])}`)} ${plain(row, ['id', from, to])}`,
        );
    }
  for (const row of await rowsOf('public.files_related_mph')) {
    const table = models.find(({ uid }) => uid === row.related_type)?.tableName ?? '';
    lines.push(
      `file ${String(row.file_id)} ${labels.get(`${table}:${String(row.related_id)}`)} ${plain(row, ['id', 'related_id'])}`,
    );
  }
  for (const table of [...OWN.map((name) => `stadtverbund.${name}`), ...more])
    for (const row of await rowsOf(table))
      lines.push(`${table} ${plain(row, ['id', 'seq', 'xid', 'hours_id'])}`);
  return lines.sort();
}
