import type { Core, UID } from '@strapi/strapi';
import { inTransaction } from '#src/publication/index';
import { contentAttributes, type Fields, type RevisionEntry } from './revision';

/** The parts of the document service that Strapi's own i18n synchronisation uses as well. */
interface EntryWriter {
  updateComponents(entry: { id: number }, data: Fields): Promise<Fields>;
  omitComponentData(data: Fields): Fields;
}

interface Transformer {
  transformData(
    data: Fields,
    options: {
      uid: string;
      locale: string | undefined;
      status: 'draft' | 'published';
      allowMissingId: boolean;
      useRequestCache: boolean;
    },
  ): Promise<Fields>;
}

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
  const ids = new Set<number>();
  collectFiles(strapi, uid, fields, ids);
  if (ids.size === 0) return fields;
  const files = (await strapi.db
    .query('plugin::upload.file')
    .findMany({ select: ['id'], where: { id: { $in: [...ids] } } })) as { id: number }[];
  const present = new Set(files.map(({ id }) => id));
  return dropFiles(strapi, uid, fields, present);
}

const list = (value: unknown): Fields[] =>
  (Array.isArray(value) ? value : [value]).filter(Boolean) as Fields[];

function collectFiles(strapi: Core.Strapi, uid: string, fields: Fields, ids: Set<number>): void {
  for (const [name, { type, component }] of contentAttributes(strapi, uid)) {
    for (const value of list(fields[name])) {
      if (type === 'media') ids.add(value.id as number);
      if (type === 'component' && component) collectFiles(strapi, component, value, ids);
      if (type === 'dynamiczone') collectFiles(strapi, String(value.__component), value, ids);
    }
  }
}

function dropFiles(strapi: Core.Strapi, uid: string, fields: Fields, present: ReadonlySet<number>): Fields {
  const kept: Record<string, unknown> = { ...fields };
  for (const [name, { type, component }] of contentAttributes(strapi, uid)) {
    const value = fields[name];
    if (value === null || value === undefined) continue;
    const inner = (part: Fields): Fields =>
      dropFiles(strapi, component ?? String(part.__component), part, present);
    if (type === 'media') {
      const files = list(value).filter(({ id }) => present.has(id as number));
      kept[name] = Array.isArray(value) ? files : (files[0] ?? null);
    } else if (type === 'component' || type === 'dynamiczone') {
      kept[name] = Array.isArray(value) ? list(value).map(inner) : inner(value as Fields);
    }
  }
  return kept;
}

async function prepared(strapi: Core.Strapi, place: Place, fields: Fields): Promise<Fields> {
  const { uid, locale, status } = place;
  const transformer = strapi.documents.utils as unknown as Transformer;
  return transformer.transformData(await presentFiles(strapi, uid, fields), {
    uid,
    locale: locale || undefined,
    status,
    allowMissingId: true,
    useRequestCache: false,
  });
}

/**
 * Writes attributes into an existing row, below the document service, so that no other locale, draft or rule is
 * affected.
 */
export async function writeInto(
  strapi: Core.Strapi,
  id: number,
  place: Place,
  fields: Fields,
): Promise<void> {
  const writer = strapi.documents(place.uid as UID.ContentType) as unknown as EntryWriter;
  const data = await prepared(strapi, place, fields);
  const components = await writer.updateComponents({ id }, data);
  await strapi.db
    .query(place.uid)
    .update({ where: { id }, data: { ...writer.omitComponentData(data), ...components } });
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
  const { tableName } = strapi.db.metadata.get(uid);
  await inTransaction(strapi, (sql) =>
    sql('update ?? set updated_at = ? where id = ?', [tableName, new Date(at), id]),
  );
}
