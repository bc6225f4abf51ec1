import { refused, type Refusal } from '../platform/refusals/refusal';
import type { UnknownName } from './domain/unknown-name';
import type { QueryRefusal } from './domain/query-shape';
import { MAX_LISTS, MAX_RELATIONS, type WorkRefusal } from './domain/query-work';

/** `filters[name][$eq]` as names: `["filters", "name", "$eq"]`. */
const pathOf = (param: string): string[] => param.split(/[[\]]+/).filter((part) => part !== '');

/**
 * The refusal of a query.
 * @param param the parameter as written
 * @param found what was in it
 * @param locales the content locales
 */
export const refusedQuery = (
  reason: QueryRefusal | WorkRefusal,
  param: string,
  found = '',
  locales: readonly string[] = [],
): Refusal =>
  refused(
    reason,
    pathOf(param),
    { found, known: locales.join(', '), lists: MAX_LISTS, relations: MAX_RELATIONS },
    { field: param },
  );

/** The refusal of a query because of a name in it. */
export const refusedName = ({ param, name, possible }: UnknownName): Refusal =>
  refused(
    'key-unknown',
    pathOf(param.endsWith(`[${name}]`) || param === name ? param : `${param}[${name}]`),
    { found: name, allowed: possible.join(', ') },
    { field: param },
  );
