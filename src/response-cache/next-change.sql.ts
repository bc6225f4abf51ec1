import type { Core } from '@strapi/strapi';
import type { Boundary } from '../listing/domain/listing-type';
import { listingTypes } from '../listing/listing-types';
import { columnOf, tableOf } from '../platform/strapi/tables';

const AHEAD: Readonly<Record<Boundary['kind'], (column: string) => string>> = {
  'first-day': (column) => `${column} > :today`,
  // The last day is inclusive, so the change is at its end.
  'last-day': (column) => `${column} >= :today`,
  moment: (column) => `${column} > :now`,
};

const VALUE: Readonly<Record<Boundary['kind'], (column: string) => string>> = {
  'first-day': (column) => `min(${column})::text`,
  'last-day': (column) => `min(${column})::text`,
  moment: (column) => `min(${column})`,
};

interface NextChangeStatement {
  /** One row; :now, :today */
  readonly text: string;
  /** The kinds of its columns, by name. */
  readonly columns: readonly (readonly [name: string, kind: Boundary['kind']])[];
}

/**
 * The earliest future moments at which something public changes with time alone: last days of offers, first days of
 * notices, starts and ends of campaigns, and the like of other public types. Each takes one step into an index
 * (src/bootstrap/type-indexes.ts).
 */
export function nextChangeStatement(strapi: Core.Strapi): NextChangeStatement {
  const found = [...listingTypes(strapi).public.values()].flatMap(({ uid, boundaries }) => {
    const table = tableOf(strapi, uid);
    return boundaries.map(({ attribute, kind }) => {
      const column = `"${columnOf(table, attribute)}"`;
      const text = `(select ${VALUE[kind](column)} from "${table.tableName}"
        where published_at is not null and ${AHEAD[kind](column)})`;
      return { text, kind };
    });
  });
  return {
    text: `select ${found.map(({ text }, at) => `${text} as c${at}`).join(', ') || 'null as nothing'}`,
    columns: found.map(({ kind }, at) => [`c${at}`, kind] as const),
  };
}
