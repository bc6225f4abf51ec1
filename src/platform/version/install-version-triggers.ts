import type { Core } from '@strapi/strapi';
import { isPublicType } from '../../listing/listing-types';
import { sqlOf } from '../sql/sql';

interface Attribute {
  readonly joinTable?: { readonly name: string };
  /** The link belongs to the other side. */
  readonly mappedBy?: string;
}

interface Model {
  readonly uid: string;
  readonly tableName: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
}

// What answers to the public depend on besides our content: files, languages, and what the public may read.
const OF_PLUGINS: ReadonlySet<string> = new Set([
  'plugin::upload.file',
  'plugin::i18n.locale',
  'plugin::users-permissions.permission',
  'plugin::users-permissions.role',
]);

// Settings that are made in the panel; the default language is one of them.
const SETTINGS = 'strapi_core_store_settings';

const isWatched = (strapi: Core.Strapi, uid: string): boolean =>
  isPublicType(strapi, uid) || uid in strapi.components || OF_PLUGINS.has(uid);

/** The tables of all content, its components, its links, and what else the public's answers are made of. */
function watchedTables(strapi: Core.Strapi): string[] {
  const models = [...strapi.db.metadata.values()] as unknown as Model[];
  const tables = models
    .filter(({ uid }) => isWatched(strapi, uid))
    .flatMap(({ tableName, attributes }) => [
      tableName,
      ...Object.values(attributes).flatMap(({ joinTable, mappedBy }) =>
        mappedBy ? [] : (joinTable?.name ?? []),
      ),
    ]);
  return [...new Set([...tables, SETTINGS])].sort();
}

/**
 * Makes every change of those tables move the version row (`database/schema/200-version.sql`). On every boot: a table
 * that a new content type brings is among them at once.
 */
export async function installVersionTriggers(strapi: Core.Strapi): Promise<void> {
  await sqlOf(strapi)(
    'select stadtverbund.watch_table(quote_ident(name)::regclass) from unnest(:tables::text[]) as name',
    { tables: watchedTables(strapi) },
  );
}
