import type { Core } from '@strapi/strapi';
import { sqlOf } from '#src/platform/sql/sql';
import { FILE } from '#src/platform/strapi/schema';
import { tableOf } from '#src/platform/strapi/tables';
import { entityOfRow } from './entity-of-row';
import { componentRowsSql, FILE_ROWS_SQL } from './rows.sql';

/** A place in a document or component that contains components or files. */
export interface Place {
  /** Uid of the type or component that contains it */
  uid: string;
  id: number;
  field: string;
}

export type Entity = Record<string, unknown>;

interface Row {
  parent: number;
  field: string;
  kind: string;
  position: number | null;
  row: string;
}

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

const byPosition = (a: Row, b: Row): number => (a.position ?? 0) - (b.position ?? 0);

/** The content of each place, in order. */
function sortedOut(
  rows: readonly Row[],
  places: readonly Place[],
  placeOf: (row: Row) => string,
  entityOf: (row: Row) => Entity,
): Entity[][] {
  const found = new Map<string, Entity[]>();
  for (const row of [...rows].sort(byPosition)) {
    const place = placeOf(row);
    const entities = found.get(place) ?? [];
    found.set(place, [...entities, entityOf(row)]);
  }
  return places.map(({ uid, id, field }) => found.get(`${uid} ${id} ${field}`) ?? []);
}

/** The components in places of one type or component, in one statement. */
export async function loadComponents(strapi: Core.Strapi, places: readonly Place[]): Promise<Entity[][]> {
  const uid = places[0]?.uid ?? '';
  const { attributes } = tableOf(strapi, uid);
  const fields = distinct(places.map(({ field }) => field));
  const kinds = distinct(fields.map((field) => attributes[field]?.target ?? '')).map((kind) => ({
    uid: kind,
    table: tableOf(strapi, kind).tableName,
  }));
  const linkTable = attributes[fields[0] ?? '']?.joinTable?.name ?? '';
  const rows = await sqlOf(strapi)<Row>(componentRowsSql(linkTable, kinds), {
    ids: distinct(places.map(({ id }) => id)),
    fields,
    ...Object.fromEntries(kinds.map((kind, at) => [`kind${at}`, kind.uid])),
  });
  return sortedOut(
    rows,
    places,
    ({ parent, field }) => `${uid} ${parent} ${field}`,
    ({ kind, row }) => entityOfRow(tableOf(strapi, kind), JSON.parse(row) as Entity),
  );
}

/** The files in places of any types and components, in one statement. */
export async function loadFiles(strapi: Core.Strapi, places: readonly Place[]): Promise<Entity[][]> {
  const rows = await sqlOf(strapi)<Row>(FILE_ROWS_SQL, {
    types: distinct(places.map(({ uid }) => uid)),
    ids: distinct(places.map(({ id }) => id)),
    fields: distinct(places.map(({ field }) => field)),
  });
  return sortedOut(
    rows,
    places,
    ({ parent, kind, field }) => `${kind} ${parent} ${field}`,
    ({ row }) => entityOfRow(tableOf(strapi, FILE), JSON.parse(row) as Entity),
  );
}
