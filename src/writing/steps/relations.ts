import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../platform/sql/sql';
import { rowsOf } from '../../platform/strapi/documents';
import { contentTypesOf, modelOf } from '../../platform/strapi/models';
import { hasDrafts, isContent, type Attribute, type Model } from '../../platform/strapi/schema';
import { joinTableOf, tableOf } from '../../platform/strapi/tables';
import { WRITES, type DocumentCall, type Step } from '../step';

/** A relation between two types with drafts, and the tables that store it. */
interface Link {
  joinTable: string;
  sourceColumn: string;
  targetColumn: string;
  sourceTable: string;
  targetTable: string;
  toOne: boolean;
}

// Strapi restores two-way relations itself.
const isOneWay = ({ type, inversedBy, mappedBy }: Attribute): boolean =>
  type === 'relation' && !inversedBy && !mappedBy;

const isPublishable = (model: Model): boolean => isContent(model.uid) && hasDrafts(model);

const linksOf = (strapi: Core.Strapi, source: Model, target: Model): Link[] =>
  Object.entries(source.attributes)
    .filter(([, attribute]) => isOneWay(attribute) && attribute.target === target.uid)
    .flatMap(([name, { relation }]) => {
      const joinTable = joinTableOf(strapi, source.uid, name);
      if (!joinTable) return [];
      return {
        joinTable: joinTable.name,
        sourceColumn: joinTable.joinColumn.name,
        targetColumn: joinTable.inverseJoinColumn.name,
        sourceTable: tableOf(strapi, source.uid).tableName,
        targetTable: tableOf(strapi, target.uid).tableName,
        toOne: relation === 'manyToOne' || relation === 'oneToOne',
      };
    });

const linksTo = (strapi: Core.Strapi, target: Model): Link[] =>
  contentTypesOf(strapi)
    .filter(isPublishable)
    .flatMap((source) => linksOf(strapi, source, target));

const linksFrom = (strapi: Core.Strapi, source: Model): Link[] =>
  contentTypesOf(strapi)
    .filter(isPublishable)
    .flatMap((target) => linksOf(strapi, source, target));

// Table and column names come from Strapi's own metadata, values are bound.
const REMEMBER_CUT = ({ joinTable, sourceColumn, targetColumn, sourceTable, targetTable }: Link) => `
  insert into stadtverbund.parted_relation (join_table, source_id, target_document_id, target_locale)
  select '${joinTable}', s.id, t.document_id, coalesce(t.locale, '')
    from "${joinTable}" l
    join "${targetTable}" t on t.id = l."${targetColumn}" and t.published_at is not null
    join "${sourceTable}" s on s.id = l."${sourceColumn}" and s.published_at is not null
   where t.document_id = ?
      on conflict do nothing`;

// For a source that was published while its target was not, the draft says which target is meant.
const REMEMBER_MISSING = ({ joinTable, sourceColumn, targetColumn, sourceTable, targetTable }: Link) => `
  insert into stadtverbund.parted_relation (join_table, source_id, target_document_id, target_locale)
  select '${joinTable}', s.id, t.document_id, coalesce(t.locale, '')
    from "${sourceTable}" s
    join "${sourceTable}" d on d.document_id = s.document_id and d.published_at is null
                           and d.locale is not distinct from s.locale
    join "${joinTable}" l on l."${sourceColumn}" = d.id
    join "${targetTable}" t on t.id = l."${targetColumn}"
   where s.document_id = ? and s.published_at is not null and s.id = any(?::int[])
     and not exists (select from "${targetTable}" p
                      where p.document_id = t.document_id and p.published_at is not null
                        and p.locale is not distinct from t.locale)
      on conflict do nothing`;

const FORGET_GONE = ({ joinTable, sourceTable }: Link) => `
  delete from stadtverbund.parted_relation p
   where p.join_table = '${joinTable}' and not exists (select from "${sourceTable}" s where s.id = p.source_id)`;

// A source that has been given another target meanwhile keeps that one.
const RESTORE = ({ joinTable, sourceColumn, targetColumn, sourceTable, targetTable, toOne }: Link) => `
  with back as (
    delete from stadtverbund.parted_relation p
     using "${targetTable}" t
     where p.join_table = '${joinTable}' and p.target_document_id = ? and t.document_id = p.target_document_id
       and t.published_at is not null and coalesce(t.locale, '') = p.target_locale
    returning p.source_id, t.id as target_id)
  insert into "${joinTable}" ("${sourceColumn}", "${targetColumn}")
  select back.source_id, back.target_id
    from back join "${sourceTable}" s on s.id = back.source_id
   where not exists (select from "${joinTable}" l
                      where l."${sourceColumn}" = back.source_id
                        ${toOne ? '' : `and l."${targetColumn}" = back.target_id`})`;

const CUTS = new Set(['unpublish', 'delete']);

/** Before a document is withdrawn from the public: remembers the published documents that point to it. */
async function rememberCutRelations(strapi: Core.Strapi, call: DocumentCall): Promise<void> {
  const { documentId } = call.params;
  if (!CUTS.has(call.action) || !documentId) return;
  await inTransaction(strapi, async (sql) => {
    for (const link of linksTo(strapi, call.contentType)) await sql(REMEMBER_CUT(link), [documentId]);
  });
}

/**
 * The same for rows that became public below the document service (moderation restores a revision), which its
 * middlewares do not see.
 */
export async function reconnectPublished(
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
): Promise<void> {
  const contentType = modelOf(strapi, uid);
  if (!isPublishable(contentType)) return;
  const published = await rowsOf(strapi, uid, { documentId, publishedAt: { $notNull: true } });
  const call: DocumentCall = { uid, contentType, action: 'publish', params: { documentId } };
  await restoreRelations(
    strapi,
    call,
    published.map(({ id }) => id),
    documentId,
  );
}

const isPublication = ({ action, params }: DocumentCall): boolean =>
  action === 'publish' || params.status === 'published';

/**
 * After a publication: restores the relations of published documents to this one, exactly as they were approved, and
 * remembers those of its own targets that are not public yet.
 */
async function restoreRelations(
  strapi: Core.Strapi,
  call: DocumentCall,
  publishedIds: readonly number[],
  documentId: string,
): Promise<void> {
  if (!isPublication(call)) return;
  await inTransaction(strapi, async (sql) => {
    for (const link of linksTo(strapi, call.contentType)) await sql(RESTORE(link), [documentId]);
    for (const link of linksFrom(strapi, call.contentType)) {
      await sql(FORGET_GONE(link));
      await sql(REMEMBER_MISSING(link), [documentId, [...publishedIds]]);
    }
  });
}

/** Relations between published documents survive one side being unpublished for a while. */
export const relations: Step = {
  name: 'relations',
  appliesTo: (_strapi, { contentType, action }) => isPublishable(contentType) && WRITES.has(action),
  before: rememberCutRelations,
  after: (strapi, call, { documentId, entryIds }) => restoreRelations(strapi, call, entryIds, documentId),
};
