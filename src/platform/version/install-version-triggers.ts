import type { Core } from '@strapi/strapi';
import { sqlOf } from '../sql/sql';
import { tablesOf } from '../strapi/tables';

// What public answers depend on besides our content: files, languages, and the permissions of the public.
const OF_PLUGINS: ReadonlySet<string> = new Set([
  'plugin::upload.file',
  'plugin::i18n.locale',
  'plugin::users-permissions.permission',
  'plugin::users-permissions.role',
]);

// Settings from the panel, including the default language.
const SETTINGS = 'strapi_core_store_settings';

/** The tables of all content, its components and links, and everything else that public answers depend on. */
function watchedTables(strapi: Core.Strapi, isPublic: (uid: string) => boolean): string[] {
  const tables = tablesOf(strapi)
    .filter(({ uid }) => isPublic(uid) || uid in strapi.components || OF_PLUGINS.has(uid))
    .flatMap(({ tableName, attributes }) => [
      tableName,
      ...Object.values(attributes).flatMap(({ joinTable, mappedBy }) =>
        mappedBy ? [] : (joinTable?.name ?? []),
      ),
    ]);
  return [...new Set([...tables, SETTINGS])].sort();
}

/**
 * Makes every change to those tables move the version row (`database/schema/200-version.sql`). On every boot, so that
 * the tables of a new content type are included.
 * @param isPublic whether the public reads a content type
 */
export async function installVersionTriggers(
  strapi: Core.Strapi,
  isPublic: (uid: string) => boolean,
): Promise<void> {
  await sqlOf(strapi)(
    'select stadtverbund.watch_table(quote_ident(name)::regclass) from unnest(:tables::text[]) as name',
    { tables: watchedTables(strapi, isPublic) },
  );
}
