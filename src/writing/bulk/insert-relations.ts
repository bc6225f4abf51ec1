import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../platform/sql/sql';
import { modelOf } from '../../platform/strapi/models';
import {
  contentRelations,
  hasDrafts,
  isLocalized,
  type Attribute,
  type Entry,
} from '../../platform/strapi/schema';
import { joinTableOf, tableOf, type JoinTable } from '../../platform/strapi/tables';
import { insertLinks, type LinkRow } from './insert-links';

/** A row of a content type that has just been inserted. */
export interface InsertedRow {
  readonly id: number;
  readonly locale: string;
  readonly published: boolean;
  readonly entry: Entry;
}

interface TargetRow {
  readonly id: number;
  readonly documentId: string;
  readonly locale: string | null;
  readonly published: boolean;
}

const TARGETS = (table: string): string => `
  select id, document_id as "documentId", locale, published_at is not null as published
    from "${table}" where document_id = any(:ids)`;

const namesIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');

/**
 * Links rows to the documents that their relations name, in the running transaction: to the row in the same locale and,
 * if the target has drafts, in the same state (draft or published). Two statements per relation.
 * @throws if there is no such row; a document that refers to a missing one cannot be written in bulk
 */
export async function insertRelations(
  strapi: Core.Strapi,
  uid: string,
  rows: readonly InsertedRow[],
): Promise<void> {
  for (const [name, attribute] of contentRelations(modelOf(strapi, uid)))
    await insertRelation(strapi, uid, name, attribute, rows);
}

/** @throws where the relation is stored in a way that the bulk path does not know */
function oneWayLinks(strapi: Core.Strapi, uid: string, name: string): JoinTable {
  const table = joinTableOf(strapi, uid, name);
  if (!table || table.inverseOrderColumnName)
    throw new Error(
      `${uid}.${name} cannot be written in bulk: it is not a one-way relation with a join table.`,
    );
  return table;
}

async function insertRelation(
  strapi: Core.Strapi,
  uid: string,
  name: string,
  { target = '' }: Attribute,
  rows: readonly InsertedRow[],
): Promise<void> {
  const named = rows.map((row) => ({ row, documentIds: namesIn(row.entry[name]) }));
  const ids = [...new Set(named.flatMap(({ documentIds }) => documentIds))];
  if (ids.length === 0) return;
  const { name: table, joinColumn, inverseJoinColumn, orderColumnName } = oneWayLinks(strapi, uid, name);
  const rowOf = await targetRows(strapi, target, ids);
  const links = named.flatMap(({ row, documentIds }) =>
    [...new Set(documentIds)].map((documentId, index): LinkRow => ({
      [joinColumn.name]: row.id,
      [inverseJoinColumn.name]: rowOf(documentId, row),
      ...(orderColumnName ? { [orderColumnName]: index + 1 } : {}),
    })),
  );
  await insertLinks(strapi, table, links);
}

type Lookup = (documentId: string, row: InsertedRow) => number;

async function targetRows(strapi: Core.Strapi, target: string, ids: readonly string[]): Promise<Lookup> {
  const model = modelOf(strapi, target);
  const [localized, drafts] = [isLocalized(model), hasDrafts(model)];
  const key = (documentId: string, locale: string | null, published: boolean): string =>
    [documentId, localized ? locale : '', drafts ? published : ''].join(' ');
  const { tableName } = tableOf(strapi, target);
  const found = await inTransaction(strapi, (sql) => sql<TargetRow>(TARGETS(tableName), { ids: [...ids] }));
  const byKey = new Map(found.map((row) => [key(row.documentId, row.locale, row.published), row.id]));
  return (documentId, { locale, published }) => {
    const id = byKey.get(key(documentId, locale, published));
    if (id === undefined) throw new Error(`${target} ${documentId} has no row for ${locale}.`);
    return id;
  };
}
