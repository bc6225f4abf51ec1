import type { Core } from '@strapi/strapi';
import { modelGetter, modelOf } from '#src/platform/strapi/models';
import { entriesIn, ownAttributes, populateOf } from '#src/platform/strapi/schema';

type Row = Record<string, unknown>;

function withOwnParts(strapi: Core.Strapi, uid: string, data: Row, stored: Row | undefined): Row {
  const result: Row = { ...data };
  for (const [name, { type, component }] of ownAttributes(modelOf(strapi, uid))) {
    if (type !== 'component' || !component || !data[name]) continue;
    const kept = new Map(entriesIn(stored?.[name]).map((part) => [String(part.id), part]));
    const own = (part: Row): Row => {
      const { id, ...said } = part;
      const mine = kept.get(String(id));
      return { ...withOwnParts(strapi, component, said, mine), ...(mine ? { id } : {}) };
    };
    result[name] = Array.isArray(data[name]) ? entriesIn(data[name]).map(own) : own(data[name] as Row);
  }
  return result;
}

const hasParts = (strapi: Core.Strapi, uid: string, data: Row): boolean =>
  ownAttributes(modelOf(strapi, uid)).some(
    ([name, { type }]) => type === 'component' && entriesIn(data[name]).length > 0,
  );

/**
 * Removes the ids of components (hours, contact, pictures) that are not, or no longer, part of the draft being written,
 * so that they are created again. If someone has replaced them in the meantime they have other ids, and Strapi would
 * refuse the old ones with a message about its tables.
 * @param locale `undefined` for a type without locales
 */
export async function ownParts(
  strapi: Core.Strapi,
  uid: string,
  target: { documentId: string; locale: string | undefined; hasDrafts: boolean },
  data: Row,
): Promise<Row> {
  if (!hasParts(strapi, uid, data)) return data;
  const { documentId, locale, hasDrafts } = target;
  const stored = (await strapi.db.query(uid).findOne({
    where: {
      documentId,
      ...(locale ? { locale } : {}),
      ...(hasDrafts ? { publishedAt: { $null: true } } : {}),
    },
    populate: populateOf(modelOf(strapi, uid), modelGetter(strapi), () => undefined),
  })) as Row | null;
  return withOwnParts(strapi, uid, data, stored ?? undefined);
}
