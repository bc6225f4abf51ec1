import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../platform/sql/sql';
import type { DocumentName } from '../domain/document-set';
import { listingTypes } from '../../listing/listing-types';
import { pathsFrom, type Path } from './paths';

// By what is shown. Schemas do not change while an instance runs.
const known = new WeakMap<Core.Strapi, ReadonlyMap<string, readonly Path[]>>();

/** The ways in which public documents show the target. */
export function pathsTo(strapi: Core.Strapi, target: string): readonly Path[] {
  let paths = known.get(strapi);
  if (!paths) {
    paths = allPaths(strapi);
    known.set(strapi, paths);
  }
  return paths.get(target) ?? [];
}

function allPaths(strapi: Core.Strapi): ReadonlyMap<string, readonly Path[]> {
  const byTarget = new Map<string, Path[]>();
  const sources = [...listingTypes(strapi).public.keys()];
  for (const path of sources.flatMap((uid) => pathsFrom(strapi, uid)))
    byTarget.set(path.target, [...(byTarget.get(path.target) ?? []), path]);
  return byTarget;
}

/** Whether other documents can show documents of a type. */
export const isShown = (strapi: Core.Strapi, type: string): boolean => pathsTo(strapi, type).length > 0;

const statement = ({ source, sourceTable, joins, key }: Path): string => `
  select '${source}' as "type", s.document_id as "documentId"
    from "${sourceTable}" s ${joins}
   where s.published_at is not null and ${key} = any(:shown)`;

/**
 * The documents whose published version shows one of the given: a business shows its categories, an offer its business.
 * One step, one statement.
 * @param target the uid of a content type, or that of files
 * @param shown document ids, or ids of files
 */
export async function shownBy(
  strapi: Core.Strapi,
  target: string,
  shown: readonly (string | number)[],
): Promise<DocumentName[]> {
  const paths = pathsTo(strapi, target);
  if (paths.length === 0 || shown.length === 0) return [];
  // `union` without `all` returns each document once.
  const text = paths.map(statement).join('\n union ');
  return inTransaction(strapi, (sql) => sql<DocumentName>(text, { shown: [...shown] }));
}
