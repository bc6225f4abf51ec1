import type { Core } from '@strapi/strapi';
import { hasPublicSide } from '../public-side';
import { FILE } from './paths';
import { pathsTo } from './shown-by';

/**
 * SQL that gives the ids of those files that a published row shows, in any depth of components.
 * @param ids SQL of an array of ids of files; in the text itself, so that one statement can ask and answer
 */
export function shownFilesText(strapi: Core.Strapi, ids: string): string {
  const parts = pathsTo(strapi, FILE).map(
    ({ sourceTable, joins, key }) =>
      `select ${key} as file_id from "${sourceTable}" s ${joins} where s.published_at is not null and ${key} = any(${ids})`,
  );
  return parts.length > 0 ? parts.join('\n union all ') : 'select null::integer as file_id where false';
}

/** SQL of a condition: a text in blocks shows the file whose name begins with `name`, which is SQL as well. */
export function inTextText(strapi: Core.Strapi, name: string, { published }: { published: boolean }): string {
  const columns = Object.keys(strapi.contentTypes)
    .filter((uid) => uid.startsWith('api::') && hasPublicSide(strapi, uid))
    .flatMap((uid) => textColumns(strapi, uid));
  const one = ({ table, column }: Column): string =>
    `exists (select from "${table}" t where strpos(t."${column}"::text, '/uploads/' || ${name}) > 0
      ${published ? 'and t.published_at is not null' : ''})`;
  return columns.length > 0 ? `(${columns.map(one).join(' or ')})` : 'false';
}

interface Column {
  table: string;
  column: string;
}

function textColumns(strapi: Core.Strapi, uid: string): Column[] {
  const { tableName, attributes } = strapi.db.metadata.get(uid);
  const { attributes: ofSchema } = strapi.contentTypes[uid as keyof typeof strapi.contentTypes];
  return Object.entries(ofSchema as Record<string, { type: string }>)
    .filter(([, { type }]) => type === 'blocks' || type === 'richtext')
    .map(([name]) => ({
      table: tableName,
      column: (attributes[name] as { columnName?: string }).columnName ?? name,
    }));
}
