import type { Core, UID } from '@strapi/strapi';

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

interface Attribute {
  type: string;
  component?: string;
  repeatable?: boolean;
  components?: string[];
  relation?: string;
  target?: string;
  mappedBy?: string;
  unstable_virtual?: boolean;
}

type Row = Record<string, unknown>;

// Maintained by Strapi, or not part of the content.
const NOT_CONTENT = new Set([
  'id',
  'documentId',
  'locale',
  'localizations',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'firstPublishedAt',
  'createdBy',
  'updatedBy',
]);

const isPlainRelation = ({ relation, target, unstable_virtual }: Attribute): boolean =>
  target !== undefined && !relation?.startsWith('morph') && unstable_virtual !== true;

/** The attributes that make up the content of a type or component. */
export function contentAttributes(strapi: Core.Strapi, uid: string): [string, Attribute][] {
  const { attributes } = strapi.getModel(uid as UID.Schema) as unknown as {
    attributes: Record<string, Attribute>;
  };
  return Object.entries(attributes).filter(
    ([name, attribute]) =>
      !NOT_CONTENT.has(name) && (attribute.type !== 'relation' || isPlainRelation(attribute)),
  );
}

/** The same without links that belong to another document: its offers are not part of a business's content. */
export const ownAttributes = (strapi: Core.Strapi, uid: string): [string, Attribute][] =>
  contentAttributes(strapi, uid).filter(([, { mappedBy }]) => mappedBy === undefined);

function populateOf(
  strapi: Core.Strapi,
  uid: string,
  attributesOf = contentAttributes,
): Record<string, unknown> {
  const populate: Record<string, unknown> = {};
  for (const [name, { type, component, components }] of attributesOf(strapi, uid)) {
    if (type === 'relation') populate[name] = { select: ['documentId', 'locale'] };
    if (type === 'media') populate[name] = { select: ['id'] };
    if (type === 'component' && component) populate[name] = { populate: populateOf(strapi, component) };
    if (type === 'dynamiczone')
      populate[name] = {
        on: Object.fromEntries(
          (components ?? []).map((part) => [part, { populate: populateOf(strapi, part) }]),
        ),
      };
  }
  return populate;
}

const each = (value: unknown, take: (row: Row) => unknown): unknown => {
  if (Array.isArray(value)) return value.map((item) => take(item as Row));
  return value === null || value === undefined ? null : take(value as Row);
};

const scalar = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : (value ?? null));

/** The content of a row, or of data about to be written, in the form of a revision. */
export function fieldsOf(
  strapi: Core.Strapi,
  uid: string,
  row: Row,
  attributesOf = contentAttributes,
): Fields {
  const fields: Record<string, unknown> = {};
  for (const [name, { type, component }] of attributesOf(strapi, uid)) {
    const value = row[name];
    if (type === 'relation')
      fields[name] = each(value, ({ documentId, locale }) => ({ documentId, locale: locale ?? null }));
    else if (type === 'media') fields[name] = each(value, ({ id }) => ({ id }));
    else if (type === 'component' && component)
      fields[name] = each(value, (part) => fieldsOf(strapi, component, part));
    else if (type === 'dynamiczone')
      fields[name] = each(value, (part) => ({
        __component: part.__component,
        ...fieldsOf(strapi, String(part.__component), part),
      }));
    else fields[name] = scalar(value);
  }
  return fields;
}

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
    populate: populateOf(strapi, uid),
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
  const { options } = strapi.getModel(uid as UID.ContentType) as { options?: { draftAndPublish?: boolean } };
  const rows = (await strapi.db.query(uid).findMany({
    where: { documentId, ...(options?.draftAndPublish ? { publishedAt: { $null: true } } : {}) },
    populate: populateOf(strapi, uid, ownAttributes),
    orderBy: { id: 'asc' },
  })) as Row[];
  return Object.fromEntries(
    rows.map((row) => [
      typeof row.locale === 'string' ? row.locale : '',
      fieldsOf(strapi, uid, row, ownAttributes),
    ]),
  );
}
