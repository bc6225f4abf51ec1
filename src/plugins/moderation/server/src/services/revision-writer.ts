import type { Core } from '@strapi/strapi';
import { inTransaction } from '#src/publication/index';
import { writeRow } from '#src/platform/strapi/documents';
import { modelGetter, modelOf } from '#src/platform/strapi/models';
import { componentsIn, entriesIn, FILE, mapEntry, valuesIn } from '#src/platform/strapi/schema';
import { tableOf } from '#src/platform/strapi/tables';
import type { Fields, RevisionEntry } from './revision';

/** Where a revision is written: one locale of one document, as its draft or its public version. */
export interface Place {
  readonly uid: string;
  readonly documentId: string;
  /** `''` for a type without locales. */
  readonly locale: string;
  readonly status: 'draft' | 'published';
}

// Files deleted since then are left out, because linking them would fail.
async function presentFiles(strapi: Core.Strapi, uid: string, fields: Fields): Promise<Fields> {
  const [model, shapeOf] = [modelOf(strapi, uid), modelGetter(strapi)];
  const ids = [...valuesIn(model, fields, shapeOf)]
    .filter(({ attribute }) => attribute.type === 'media')
    .flatMap(({ value }) => entriesIn(value).map(({ id }) => id as number));
  if (ids.length === 0) return fields;
  const files = (await strapi.db
    .query(FILE)
    .findMany({ select: ['id'], where: { id: { $in: [...new Set(ids)] } } })) as { id: number }[];
  const present = new Set(files.map(({ id }) => id));
  return mapEntry(model, fields, {
    shapeOf,
    visit: (value, attribute, within) => {
      if (attribute.type !== 'media') return componentsIn(attribute).length > 0 ? within(value) : value;
      const kept = entriesIn(value).filter(({ id }) => present.has(id as number));
      return Array.isArray(value) ? kept : (kept[0] ?? null);
    },
  });
}

/**
 * Writes attributes into an existing row, below the document service, so that no other locale, draft or rule is
 * affected.
 */
export async function writeInto(
  strapi: Core.Strapi,
  id: number,
  { uid, locale, status }: Place,
  fields: Fields,
): Promise<void> {
  const data = await presentFiles(strapi, uid, fields);
  await writeRow(strapi, { uid, id, locale: locale || undefined, status }, data);
}

/** Creates a row from a revision, with its times. */
export async function insertFrom(
  strapi: Core.Strapi,
  place: Place,
  { fields, times }: RevisionEntry,
): Promise<void> {
  const row = (await strapi.db.query(place.uid).create({
    data: {
      documentId: place.documentId,
      ...(place.locale ? { locale: place.locale } : {}),
      publishedAt: place.status === 'published' ? (times.publishedAt ?? times.updatedAt) : null,
      createdAt: times.createdAt,
    },
  })) as { id: number };
  await writeInto(strapi, row.id, place, fields);
  await restoreUpdatedAt(strapi, place.uid, row.id, times.updatedAt);
}

// Strapi sets `updatedAt` on every update, but this restores an old revision.
async function restoreUpdatedAt(strapi: Core.Strapi, uid: string, id: number, at: string): Promise<void> {
  const { tableName } = tableOf(strapi, uid);
  await inTransaction(strapi, (sql) =>
    sql('update ?? set updated_at = ? where id = ?', [tableName, new Date(at), id]),
  );
}
