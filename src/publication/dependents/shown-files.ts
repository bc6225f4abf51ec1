import type { Core } from '@strapi/strapi';
import { isPublicType, publicRule } from '../../listing/listing-types';
import { FILE, joinTableOf } from './paths';
import { pathsTo } from './shown-by';

/**
 * The rows that are looked at. `now`: published, and the first day of theirs has begun. `later`: it has not, published
 * or not. `ever`: all, drafts too.
 */
export type When = 'now' | 'later' | 'ever';

/**
 * SQL of a condition on a row, `undefined` where it holds for none. `now` and `later` take `:today`, the day in the city
 * as `YYYY-MM-DD`.
 */
function whenText(strapi: Core.Strapi, uid: string, row: string, when: When): string | undefined {
  if (when === 'ever') return 'true';
  if (!isPublicType(strapi, uid)) return undefined;
  const { from, business } = publicRule(strapi, uid) ?? {};
  const { attributes } = strapi.db.metadata.get(uid);
  const column =
    from && ((attributes[from.attribute] as { columnName?: string }).columnName ?? from.attribute);
  // Of a moment the whole day counts as later: the database does not know whose clock it was written by.
  const day = from && `(${row}."${column}")::date${from.kind === 'day' ? '' : ' + 1'}`;
  const today = 'cast(:today as date)';
  if (when === 'later') return day && `${day} > ${today}`;
  const begun = day ? ` and (${day} is null or ${day} <= ${today})` : '';
  const owned = business ? ` and ${ofPublicBusiness(strapi, uid, row, business.attribute)}` : '';
  return `${row}.published_at is not null${begun}${owned}`;
}

/** SQL of a condition: the business of a published row is published. That of a suspended one is not. */
function ofPublicBusiness(strapi: Core.Strapi, uid: string, row: string, relation: string): string {
  const link = joinTableOf(strapi, uid, relation);
  if (!link) return 'false';
  const { target } = strapi.db.metadata.get(uid).attributes[relation] as { target?: string };
  const { tableName } = strapi.db.metadata.get(String(target));
  return `exists (select from "${link.name}" l join "${tableName}" b on b.id = l."${link.inverseJoinColumn.name}"
    where l."${link.joinColumn.name}" = ${row}.id and b.published_at is not null)`;
}

/**
 * SQL that gives the ids of those files that a row shows, in any depth of components.
 * @param ids SQL of an array of ids of files; in the text itself, so that one statement can ask and answer
 */
export function shownFilesText(strapi: Core.Strapi, ids: string, when: When): string {
  const parts = pathsTo(strapi, FILE).flatMap(({ source, sourceTable, joins, key }) => {
    const condition = whenText(strapi, source, 's', when);
    return condition
      ? [
          `select ${key} as file_id from "${sourceTable}" s ${joins} where ${condition} and ${key} = any(${ids})`,
        ]
      : [];
  });
  return parts.length > 0 ? parts.join('\n union all ') : 'select null::integer as file_id where false';
}

/** SQL of a condition: a text in blocks shows the file whose name begins with `name`, which is SQL as well. */
export function inTextText(strapi: Core.Strapi, name: string, when: When): string {
  const parts = Object.keys(strapi.contentTypes)
    .filter((uid) => uid.startsWith('api::'))
    .flatMap((uid) => {
      const condition = whenText(strapi, uid, 't', when);
      return condition ? textColumns(strapi, uid).map((column) => ({ ...column, condition })) : [];
    })
    .map(
      ({ table, column, condition }) =>
        `exists (select from "${table}" t where ${condition} and strpos(t."${column}"::text, '/uploads/' || ${name}) > 0)`,
    );
  return parts.length > 0 ? `(${parts.join(' or ')})` : 'false';
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
