import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { PublicType } from '../listing/domain/listing-type';
import { listingTypes } from '../listing/listing-types';
import { sqlOf, type Sql } from '../platform/sql/sql';
import { oneSlugSql } from './one-slug.sql';
import { isContent } from '../platform/strapi/schema';
import { columnOf, tableOf, tablesOf } from '../platform/strapi/tables';

interface Index {
  readonly name: string;
  readonly text: string;
}

// PostgreSQL cuts longer names, and two of them may be the same then.
const LONGEST_NAME = 63;

function nameOf(table: string, purpose: string): string {
  const name = `sv_${table}_${purpose}`;
  if (name.length <= LONGEST_NAME) return name;
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${name.slice(0, LONGEST_NAME - 9)}_${digest}`;
}

/**
 * Indexes on a public type's table for what it is asked: lists in their stable order (the published rows of a locale
 * without the drafts between them; the count of a list reads the index alone, docs/adr/0027) or by name, a document by its slug,
 * and when something next changes by time alone. A name says what is in it: with another period a type gets others.
 */
function indexesOf(strapi: Core.Strapi, { uid, name, drafts, isSingle, boundaries }: PublicType): Index[] {
  const table = tableOf(strapi, uid);
  const { tableName, attributes } = table;
  const index = (purpose: string, columns: string): Index => ({
    name: nameOf(tableName, drafts ? purpose : `${purpose}_all`),
    text: `on "${tableName}" (${columns}) ${drafts ? 'where published_at is not null' : ''}`,
  });
  const columns = boundaries.map(({ attribute }) => columnOf(table, attribute));
  return [
    ...(isSingle
      ? []
      : [
          index('listed', 'locale, document_id'),
          ...(name in attributes ? [index('named', `locale, "${columnOf(table, name)}", document_id`)] : []),
        ]),
    ...('slug' in attributes ? [index('slug', 'slug, locale')] : []),
    ...[...new Set(columns)].map((column) => index(`by_${column}`, `"${column}"`)),
  ];
}

// What this file makes or has made; an index in database/schema has a name of another kind.
const OURS = /^(listed|named|slug|coming|ending|starting)(_all)?$|^by_/;

const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Drops an index unless somebody reads the table for longer than a second: everybody else would wait behind the start.
 * The next start tries again.
 */
async function dropIfFree(strapi: Core.Strapi, name: string): Promise<void> {
  try {
    await strapi.db.connection.transaction(async (trx) => {
      await trx.raw(`set local lock_timeout = '1s'`);
      await trx.raw(`drop index if exists "${name}"`);
    });
  } catch (error) {
    if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error;
    strapi.log.info(
      `The index ${name} is no longer needed; its table is in use, so the next start drops it.`,
    );
  }
}

/** Drops those of a table that its type has no use for any more. */
async function dropOthers(
  strapi: Core.Strapi,
  sql: Sql,
  table: string,
  wanted: readonly Index[],
): Promise<void> {
  const present = await sql<{ name: string }>(
    'select indexname as name from pg_indexes where schemaname = current_schema() and tablename = :table',
    { table },
  );
  const prefix = `sv_${table}_`;
  const others = present.filter(
    ({ name }) =>
      name.startsWith(prefix) &&
      OURS.test(name.slice(prefix.length)) &&
      wanted.every((index) => index.name !== name),
  );
  for (const { name } of others) await dropIfFree(strapi, name);
}

/** Checks first, since `create index if not exists` waits for writers even if there is nothing to create. */
async function createMissing(sql: Sql, indexes: readonly Index[]): Promise<void> {
  for (const { name, text } of indexes) {
    const [found] = await sql<{ present: boolean }>(
      'select to_regclass(quote_ident(:name)) is not null as present',
      { name },
    );
    if (!found?.present) await sql(`create index "${name}" ${text}`);
  }
}

/** Creates them on every boot, so that a new content type has its indexes immediately. */
export async function installTypeIndexes(strapi: Core.Strapi): Promise<void> {
  const sql = sqlOf(strapi);
  for (const type of listingTypes(strapi).public.values()) {
    const indexes = indexesOf(strapi, type);
    await dropOthers(strapi, sql, tableOf(strapi, type.uid).tableName, indexes);
    await createMissing(sql, indexes);
  }
  const slugged = tablesOf(strapi).filter(
    ({ uid, attributes }) => isContent(uid) && attributes.slug?.type === 'string',
  );
  for (const { tableName } of slugged) await sql(oneSlugSql(tableName));
}
