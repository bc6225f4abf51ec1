import type { Core } from '@strapi/strapi';
import type { Transaction } from '../../../../../publication';

/** A one-way relation from another type (or component) to this one. */
interface InboundRelation {
  table: string;
  sourceTable: string;
  sourceColumn: string;
  targetColumn: string;
  drafts: boolean;
}

/** A row of a link table that pointed to a public row, with the locale of that row. */
export interface InboundLink {
  readonly table: string;
  readonly locale: string;
  readonly row: Readonly<Record<string, unknown>>;
}

interface DbAttribute {
  type: string;
  target?: string;
  inversedBy?: string;
  mappedBy?: string;
  joinTable?: { name: string; joinColumn: { name: string }; inverseJoinColumn: { name: string } };
}

interface Model {
  uid: string;
  options?: { draftAndPublish?: boolean };
}

function inboundRelations(strapi: Core.Strapi, uid: string): InboundRelation[] {
  const models = [
    ...(Object.values(strapi.contentTypes) as Model[]),
    ...(Object.values(strapi.components) as Model[]),
  ];
  return models.flatMap((model) => {
    const meta = strapi.db.metadata.get(model.uid);
    const attributes = Object.values(meta.attributes) as unknown as DbAttribute[];
    return attributes.flatMap(({ type, target, inversedBy, mappedBy, joinTable }) =>
      type === 'relation' && target === uid && !inversedBy && !mappedBy && joinTable
        ? {
            table: joinTable.name,
            sourceTable: meta.tableName,
            sourceColumn: joinTable.joinColumn.name,
            targetColumn: joinTable.inverseJoinColumn.name,
            drafts: model.options?.draftAndPublish === true,
          }
        : [],
    );
  });
}

const tableOf = (strapi: Core.Strapi, uid: string): string => strapi.db.metadata.get(uid).tableName;

/**
 * The links of others to the public rows of a document (an offer's to its business). Strapi drops them with the rows
 * and, since nothing public is there to replace, does not bring them back on the next publish.
 */
export async function readInboundLinks(
  strapi: Core.Strapi,
  trx: Transaction,
  uid: string,
  documentId: string,
): Promise<InboundLink[]> {
  const links: InboundLink[] = [];
  for (const { table, targetColumn } of inboundRelations(strapi, uid)) {
    const { rows } = await trx.raw<{ locale: string | null; row: Record<string, unknown> }>(
      `select target.locale, to_jsonb(link) as row from ?? as link join ?? as target on target.id = link.??
       where target.document_id = ? and target.published_at is not null order by link.id`,
      [table, tableOf(strapi, uid), targetColumn, documentId],
    );
    links.push(...rows.map(({ locale, row }) => ({ table, locale: locale ?? '', row: asObject(row) })));
  }
  return links;
}

// Strapi switches pg's JSONB parser off.
const asObject = (row: unknown): Record<string, unknown> =>
  (typeof row === 'string' ? JSON.parse(row) : row) as Record<string, unknown>;

/** Points the links that are left of a withdrawn document to its rows that are public again. */
export async function restoreInboundLinks(
  strapi: Core.Strapi,
  trx: Transaction,
  target: { uid: string; documentId: string; withdrawnAt: Date; links: readonly InboundLink[] },
): Promise<void> {
  const { uid, documentId, withdrawnAt, links } = target;
  for (const relation of inboundRelations(strapi, uid)) {
    for (const link of links.filter(({ table }) => table === relation.table))
      await relink(strapi, trx, uid, documentId, relation, link);
    if (relation.drafts) await linkPublishedSince(strapi, trx, uid, documentId, relation, withdrawnAt);
  }
}

async function relink(
  strapi: Core.Strapi,
  trx: Transaction,
  uid: string,
  documentId: string,
  { table, sourceTable, sourceColumn, targetColumn }: InboundRelation,
  { locale, row }: InboundLink,
): Promise<void> {
  const { id: _id, [targetColumn]: _old, ...rest } = row;
  const columns = Object.keys(rest);
  await trx.raw(
    `insert into ?? (??, ${columns.map(() => '??').join(', ')})
     select target.id, ${columns.map(() => '?').join(', ')} from ?? as target
     where target.document_id = ? and target.published_at is not null and coalesce(target.locale, '') = ?
       and exists (select 1 from ?? as source where source.id = ?)
     on conflict do nothing`,
    [
      table,
      targetColumn,
      ...columns,
      ...Object.values(rest),
      tableOf(strapi, uid),
      documentId,
      locale,
      sourceTable,
      row[sourceColumn],
    ],
  );
}

/** What was published while the document was away could not link to it; its draft, then published, says that it does. */
async function linkPublishedSince(
  strapi: Core.Strapi,
  trx: Transaction,
  uid: string,
  documentId: string,
  { table, sourceTable, sourceColumn, targetColumn }: InboundRelation,
  withdrawnAt: Date,
): Promise<void> {
  const targetTable = tableOf(strapi, uid);
  await trx.raw(
    `insert into :table: (:source:, :target:)
     select published.id, now_public.id
     from :sources: as published
     join :sources: as draft on draft.document_id = published.document_id
       and draft.locale is not distinct from published.locale and draft.published_at is null
     join :table: as link on link.:source: = draft.id
     join :targets: as target on target.id = link.:target: and target.document_id = :documentId
       and target.published_at is null
     join :targets: as now_public on now_public.document_id = :documentId
       and now_public.locale is not distinct from target.locale and now_public.published_at is not null
     where published.published_at > :withdrawnAt
       and not exists (select 1 from :table: as present where present.:source: = published.id)
     on conflict do nothing`,
    {
      table,
      source: sourceColumn,
      target: targetColumn,
      sources: sourceTable,
      targets: targetTable,
      documentId,
      withdrawnAt,
    },
  );
}
