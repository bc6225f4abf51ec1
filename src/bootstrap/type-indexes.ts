import type { Core } from '@strapi/strapi';
import type { PeriodOptions } from '../listing/domain/listing-options';
import { listingTypes } from '../listing/listing-types';
import { sqlOf, type Sql } from '../platform/sql/sql';
import { oneSlugSql } from './one-slug.sql';

interface Table {
  readonly uid: string;
  readonly tableName: string;
  readonly attributes: Readonly<Record<string, { readonly type: string; readonly columnName?: string }>>;
}

interface Index {
  readonly name: string;
  readonly text: string;
}

const PUBLISHED = 'where published_at is not null';

/** What an index on a boundary is for, in its name. */
function purposeOf(attribute: string, period: PeriodOptions | undefined): string {
  if (attribute === period?.publicFrom) return 'coming';
  return attribute === period?.through ? 'ending' : 'starting';
}

/**
 * Indexes on Strapi's tables for what every public type is asked: lists in their stable order (the published rows of a
 * locale without the drafts between them; the count of a list reads the index alone, docs/adr/0027), a document by its
 * slug, and when something next changes by time alone.
 */
function indexesOf(strapi: Core.Strapi): Index[] {
  return [...listingTypes(strapi).public.values()]
    .filter(({ drafts }) => drafts)
    .flatMap(({ uid, boundaries, period }) => {
      const { tableName, attributes } = strapi.db.metadata.get(uid) as unknown as Table;
      const index = (purpose: string, columns: string): Index => ({
        name: `sv_${tableName}_${purpose}`,
        text: `on "${tableName}" (${columns}) ${PUBLISHED}`,
      });
      return [
        index('listed', 'locale, document_id'),
        ...('slug' in attributes ? [index('slug', 'slug, locale')] : []),
        ...boundaries.map(({ attribute }) =>
          index(purposeOf(attribute, period), `"${attributes[attribute]?.columnName ?? attribute}"`),
        ),
      ];
    });
}

/** Asks first: `create index if not exists` would wait for whoever writes, also where there is nothing to create. */
async function createMissing(sql: Sql, indexes: readonly Index[]): Promise<void> {
  for (const { name, text } of indexes) {
    const [found] = await sql<{ present: boolean }>(
      'select to_regclass(quote_ident(:name)) is not null as present',
      {
        name,
      },
    );
    if (!found?.present) await sql(`create index "${name}" ${text}`);
  }
}

/** Makes them on every boot: those that a new content type needs are there at once. */
export async function installTypeIndexes(strapi: Core.Strapi): Promise<void> {
  const sql = sqlOf(strapi);
  await createMissing(sql, indexesOf(strapi));
  const tables = [...strapi.db.metadata.values()] as unknown as Table[];
  const slugged = tables.filter(
    ({ uid, attributes }) => uid.startsWith('api::') && attributes.slug?.type === 'string',
  );
  for (const { tableName } of slugged) await sql(oneSlugSql(tableName));
}
