import type { Core } from '@strapi/strapi';
import { publicFactsPopulate } from '../domain/public-rule';
import { contentAttributes, type Attribute, type Model } from '../platform/strapi/schema';
import type { Entry } from './listing';
import { isPublicType, listingTypes, publicRule } from './listing-types';

export type Populate = Record<string, true | { populate: Populate }>;

export const modelOf = (strapi: Core.Strapi, uid: string): Model =>
  strapi.getModel(uid as Parameters<Core.Strapi['getModel']>[0]) as unknown as Model;

const isPublishable = (strapi: Core.Strapi, uid: string): boolean =>
  listingTypes(strapi).public.get(uid)?.drafts === true;

type Depth = 'whole' | 'related';

/**
 * What is loaded of a type: components and files at any depth, related documents of public types, and for related
 * documents that are published themselves (the business of an offer) the same once more. For each related document also
 * what `isPublicAt` looks at.
 */
export function populateOf(strapi: Core.Strapi, uid: string, depth: Depth = 'whole'): Populate {
  const populate: Populate = {};
  for (const [name, attribute] of contentAttributes(modelOf(strapi, uid))) {
    if (attribute.type === 'media') populate[name] = true;
    if (attribute.type === 'component' && attribute.component)
      populate[name] = { populate: populateOf(strapi, attribute.component, depth) };
    if (attribute.type === 'relation' && isPublicType(strapi, attribute.target ?? ''))
      populate[name] =
        depth === 'whole' && isPublishable(strapi, attribute.target ?? '')
          ? { populate: populateOf(strapi, attribute.target ?? '', 'related') }
          : factsOf(strapi, attribute.target ?? '');
  }
  return populate;
}

/** Only what `isPublicAt` needs of a related document. */
function factsOf(strapi: Core.Strapi, uid: string): Populate[string] {
  const populate = publicFactsPopulate(publicRule(strapi, uid));
  return Object.keys(populate).length > 0 ? { populate } : true;
}

const inside = (strapi: Core.Strapi, { type, component, target }: Attribute): Model | undefined => {
  if (type === 'media') return modelOf(strapi, 'plugin::upload.file');
  const uid = type === 'component' ? component : type === 'relation' ? target : undefined;
  return uid ? modelOf(strapi, uid) : undefined;
};

/** A row without private attributes at any depth: what REST would show. */
export function withoutPrivate(strapi: Core.Strapi, uid: string, row: Entry): Entry {
  const strip = (model: Model, entry: Entry): Entry =>
    Object.fromEntries(
      Object.entries(entry).flatMap(([name, value]): [string, unknown][] => {
        const attribute = model.attributes[name];
        if (attribute?.private === true) return [];
        const inner = attribute && inside(strapi, attribute);
        return [[name, inner ? each(value, (one) => strip(inner, one)) : value]];
      }),
    );
  return strip(modelOf(strapi, uid), row);
}

const each = (value: unknown, take: (entry: Entry) => Entry): unknown => {
  if (Array.isArray(value)) return value.map((one) => take(one as Entry));
  return typeof value === 'object' && value !== null ? take(value as Entry) : value;
};
