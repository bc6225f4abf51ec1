import type { Core } from '@strapi/strapi';
import { publicFactsPopulate } from '../domain/public-rule';
import { modelGetter, modelOf } from '../platform/strapi/models';
import { mapEntry, populateOf as populated, type Attribute, type Populate } from '../platform/strapi/schema';
import type { Entry } from './domain/listing';
import { isPublicType, listingTypes, publicRule } from './listing-types';

const isPublishable = (strapi: Core.Strapi, uid: string): boolean =>
  listingTypes(strapi).public.get(uid)?.drafts === true;

type Depth = 'whole' | 'related';

/**
 * What is loaded of a type: components and files at any depth, related documents of public types, and for related
 * documents that are published themselves (the business of an offer) the same once more. For each related document also
 * what `isPublicAt` looks at.
 */
export function populateOf(strapi: Core.Strapi, uid: string, depth: Depth = 'whole'): Populate {
  const load = ({ type, target = '' }: Attribute): unknown => {
    if (type === 'media') return true;
    if (!isPublicType(strapi, target)) return undefined;
    return depth === 'whole' && isPublishable(strapi, target)
      ? { populate: populateOf(strapi, target, 'related') }
      : factsOf(strapi, target);
  };
  return populated(modelOf(strapi, uid), modelGetter(strapi), load);
}

/** Only what `isPublicAt` needs of a related document. */
function factsOf(strapi: Core.Strapi, uid: string): Populate[string] {
  const populate = publicFactsPopulate(publicRule(strapi, uid));
  return Object.keys(populate).length > 0 ? { populate } : true;
}

/** A row without private attributes at any depth: what REST would show. */
export const withoutPrivate = (strapi: Core.Strapi, uid: string, row: Entry): Entry =>
  mapEntry(modelOf(strapi, uid), row, {
    shapeOf: modelGetter(strapi),
    visit: (value, attribute, within) => (attribute.private === true ? undefined : within(value)),
  });
