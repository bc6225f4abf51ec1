import type { Core } from '@strapi/strapi';
import { refused } from '../refusals/refusal';
import type { Sql } from '../sql/sql';
import type { DataSubject } from './contract';
import type { ByLanguage } from './domain/declaration';
import { personalDataOf } from './registry';

/** What keeps somebody from being erased, in words. @param names of the declarations that are asked; default: all */
export async function openOf(
  strapi: Core.Strapi,
  sql: Sql,
  who: DataSubject,
  names?: readonly string[],
): Promise<ByLanguage[]> {
  const open: ByLanguage[] = [];
  for (const data of personalDataOf(strapi))
    if (!names || names.includes(data.name)) open.push(...((await data.open?.(sql, who)) ?? []));
  return open;
}

/**
 * @throws Refusal `erasure-open` (409) if something keeps somebody from being erased, with it by language in `facts.what`
 */
export async function assertNothingOpen(
  strapi: Core.Strapi,
  sql: Sql,
  who: DataSubject,
  names?: readonly string[],
): Promise<void> {
  const open = await openOf(strapi, sql, who, names);
  if (open.length > 0) throw refused('erasure-open', [], {}, { facts: { what: open } });
}
