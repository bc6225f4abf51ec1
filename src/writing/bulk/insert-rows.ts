import type { Core } from '@strapi/strapi';
import { modelOf } from '../../platform/strapi/models';
import { attributesOfType, isEntry, type Entry } from '../../platform/strapi/schema';
import { joinTableOf } from '../../platform/strapi/tables';
import { insertLinks, type LinkRow } from './insert-links';

const FILES_LINK = 'files_related_mph';

interface Owned {
  readonly owner: number;
  readonly order: number | null;
  readonly value: Entry;
}

/**
 * Inserts many rows of one content type or component with their components and files, in the running transaction: a
 * fixed number of statements per type, whatever the number of rows. Strapi's document service does the same row by row.
 * Relations are not included.
 * @returns the ids, in the order of the rows
 */
export async function insertRows(
  strapi: Core.Strapi,
  uid: string,
  rows: readonly Entry[],
): Promise<number[]> {
  if (rows.length === 0) return [];
  const created = await strapi.db.query(uid).createMany({ data: storable(strapi, uid, rows) });
  const ids = created.ids as number[];
  await insertComponents(strapi, uid, ids, rows);
  await linkFiles(strapi, uid, ids, rows);
  return ids;
}

// Knex inserts only one row, whatever their number, if all of them consist of defaults.
function storable(strapi: Core.Strapi, uid: string, rows: readonly Entry[]): Entry[] {
  const [first] =
    Object.entries(modelOf(strapi, uid).attributes).find(([, { type }]) => isScalar(type)) ?? [];
  return rows.map((row) => (first === undefined || first in row ? { ...row } : { ...row, [first]: null }));
}

const NOT_SCALAR = new Set(['component', 'dynamiczone', 'media', 'relation']);
const isScalar = (type: string): boolean => !NOT_SCALAR.has(type);

const partsIn = (ids: readonly number[], rows: readonly Entry[], name: string): Owned[] =>
  rows.flatMap((row, at): Owned[] => {
    const value = row[name];
    const owner = ids[at] as number;
    // Strapi numbers the rows of a list, but not a single one.
    if (Array.isArray(value))
      return value.filter(isEntry).map((one, index) => ({ owner, order: index + 1, value: one }));
    return isEntry(value) ? [{ owner, order: null, value }] : [];
  });

async function insertComponents(
  strapi: Core.Strapi,
  uid: string,
  ids: readonly number[],
  rows: readonly Entry[],
): Promise<void> {
  const links: LinkRow[] = [];
  for (const [name, { component = '' }] of attributesOfType(modelOf(strapi, uid), 'component')) {
    const parts = partsIn(ids, rows, name);
    const partIds = await insertRows(
      strapi,
      component,
      parts.map(({ value }) => value),
    );
    parts.forEach(({ owner, order }, at) =>
      links.push({
        entity_id: owner,
        cmp_id: partIds[at] as number,
        component_type: component,
        field: name,
        order,
      }),
    );
  }
  // All components of a type are linked in one table.
  const [first = ''] = attributesOfType(modelOf(strapi, uid), 'component')[0] ?? [];
  const table = joinTableOf(strapi, uid, first);
  if (table) await insertLinks(strapi, table.name, links);
}

const fileIds = (value: unknown): number[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one: unknown) => {
    const id = isEntry(one) ? one.id : one;
    return id === null || id === undefined ? [] : [Number(id)];
  });

async function linkFiles(
  strapi: Core.Strapi,
  uid: string,
  ids: readonly number[],
  rows: readonly Entry[],
): Promise<void> {
  const links = attributesOfType(modelOf(strapi, uid), 'media').flatMap(([field]) =>
    rows.flatMap((row, at) =>
      fileIds(row[field]).map((file, index) => ({
        file_id: file,
        related_id: ids[at] as number,
        related_type: uid,
        field,
        order: index + 1,
      })),
    ),
  );
  await insertLinks(strapi, FILES_LINK, links);
}
