import type { Core } from '@strapi/strapi';
import { modelGetter, modelOf } from '#src/platform/strapi/models';
import {
  componentsIn,
  contentAttributes,
  hasDrafts,
  mapEntry,
  ownAttributes,
  populateOf,
  type Attribute,
  type Shape,
} from '#src/platform/strapi/schema';

/** One version of a document: its fields by locale. A type without locales has the single key `''`. */
export type Revision = Readonly<Record<string, RevisionEntry>>;

export interface RevisionEntry {
  /** Attributes without ids: media as `{ id }`, relations as `{ documentId, locale }`, components nested. */
  readonly fields: Fields;
  readonly times: {
    readonly createdAt: string;
    readonly updatedAt: string;
    readonly publishedAt: string | null;
  };
}

export type Fields = Readonly<Record<string, unknown>>;

type Row = Record<string, unknown>;

const load = ({ type }: Attribute): object =>
  type === 'media' ? { select: ['id'] } : { select: ['documentId', 'locale'] };

const namesOf =
  (attributes: (shape: Shape) => [string, Attribute][]) =>
  (shape: Shape): string[] =>
    attributes(shape).map(([name]) => name);

const each = (value: unknown, take: (row: Row) => unknown): unknown => {
  if (Array.isArray(value)) return value.map((item) => take(item as Row));
  return value === null || value === undefined ? null : take(value as Row);
};

const scalar = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : (value ?? null));

/**
 * The content of a row, or of what is about to be written into one, in the form of a revision.
 *
 * @param names the attributes of a type that are told; what is missing of them is `null`
 */
export const fieldsOf = (
  strapi: Core.Strapi,
  uid: string,
  row: Row,
  names: (shape: Shape) => string[] = namesOf(contentAttributes),
): Fields =>
  mapEntry(modelOf(strapi, uid), row, {
    shapeOf: modelGetter(strapi),
    names,
    visit: (value, attribute, within) => {
      if (attribute.type === 'relation')
        return each(value, ({ documentId, locale }) => ({ documentId, locale: locale ?? null }));
      if (attribute.type === 'media') return each(value, ({ id }) => ({ id }));
      return componentsIn(attribute).length > 0 ? (within(value) ?? null) : scalar(value);
    },
  });

const time = (value: unknown): string | null =>
  value ? new Date(value as string | Date).toISOString() : null;

/** Reads all locales of a document's draft or public version, as seen by the running transaction. */
export async function readRevision(
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
  status: 'draft' | 'published',
): Promise<Revision> {
  const rows = (await strapi.db.query(uid).findMany({
    where: { documentId, publishedAt: status === 'draft' ? { $null: true } : { $notNull: true } },
    populate: populateOf(modelOf(strapi, uid), modelGetter(strapi), load),
    orderBy: { id: 'asc' },
  })) as Row[];
  return Object.fromEntries(
    rows.map((row) => [
      typeof row.locale === 'string' ? row.locale : '',
      {
        fields: fieldsOf(strapi, uid, row),
        times: {
          createdAt: time(row.createdAt) ?? '',
          updatedAt: time(row.updatedAt) ?? '',
          publishedAt: time(row.publishedAt),
        },
      },
    ]),
  );
}

/** A document's content by locale: its drafts, or its rows if the type has none. Without what belongs to others. */
export async function readContent(
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
): Promise<Record<string, Fields>> {
  const model = modelOf(strapi, uid);
  const rows = (await strapi.db.query(uid).findMany({
    where: { documentId, ...(hasDrafts(model) ? { publishedAt: { $null: true } } : {}) },
    populate: populateOf(model, modelGetter(strapi), load, ownAttributes),
    orderBy: { id: 'asc' },
  })) as Row[];
  return Object.fromEntries(
    rows.map((row) => [
      typeof row.locale === 'string' ? row.locale : '',
      fieldsOf(strapi, uid, row, namesOf(ownAttributes)),
    ]),
  );
}
