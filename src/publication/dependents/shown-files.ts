import type { Core } from '@strapi/strapi';
import { publicRule } from '../../listing/listing-types';
import { publicText, waitingText } from './public-text';
import { pathsTo } from './shown-by';
import { sqlOf } from '../../platform/sql/sql';
import { modelOf } from '../../platform/strapi/models';
import { contentAttributes, FILE, isContent } from '../../platform/strapi/schema';
import { columnOf, tableOf } from '../../platform/strapi/tables';

/**
 * The rows that are looked at. `now`: those that the public sees. `later`: those that wait for their day, published or
 * not. `ever`: all, drafts too.
 */
export type When = 'now' | 'later' | 'ever';

/**
 * SQL of a condition on a row, `undefined` where it holds for none. `now` and `later` take `:now` and `:today`, as
 * `publicText` does.
 */
function whenText(strapi: Core.Strapi, uid: string, row: string, when: When): string | undefined {
  if (when === 'ever') return 'true';
  const rule = publicRule(strapi, uid);
  if (!rule) return undefined;
  return when === 'now' ? publicText(strapi, uid, rule, row) : waitingText(strapi, uid, rule, row);
}

/**
 * SQL for the ids of those files that a row shows, at any depth of components.
 * @param ids SQL for an array of file ids; part of the text, so that it can be a subquery
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

/** A document that uses a file, drafts as well. */
export interface FileUse {
  readonly fileId: number;
  /** The uid of its type. */
  readonly type: string;
  readonly documentId: string;
}

/** The documents of public types that have these files in a field, published or not. */
export async function usesOfFiles(strapi: Core.Strapi, ids: readonly number[]): Promise<FileUse[]> {
  const parts = pathsTo(strapi, FILE).map(
    ({ source, sourceTable, joins, key }) =>
      `select ${key} as "fileId", '${source}' as "type", s.document_id as "documentId"
         from "${sourceTable}" s ${joins} where ${key} = any(:ids)`,
  );
  if (parts.length === 0 || ids.length === 0) return [];
  // `union` without `all` returns each document once.
  return sqlOf(strapi)<FileUse>(parts.join('\n union '), { ids: [...ids] });
}

/** SQL condition that a blocks text shows the file whose name begins with `name`, which is also SQL. */
export function inTextText(strapi: Core.Strapi, name: string, when: When): string {
  const parts = Object.keys(strapi.contentTypes)
    .filter(isContent)
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

function textColumns(strapi: Core.Strapi, uid: string): { table: string; column: string }[] {
  const table = tableOf(strapi, uid);
  return contentAttributes(modelOf(strapi, uid))
    .filter(([, { type }]) => type === 'blocks' || type === 'richtext')
    .map(([name]) => ({ table: table.tableName, column: columnOf(table, name) }));
}
