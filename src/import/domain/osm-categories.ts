import { isNoKind, isOnlyFurniture } from './businesses';
import { valuesOf, type Tags } from './tags';

/** German names of the categories of businesses, by OSM category id (`shop/bakery`). */
export type CategoryCatalogue = ReadonlyMap<string, string>;

// In the order in which they describe a business best.
const KEYS = ['shop', 'craft', 'amenity', 'office', 'healthcare', 'tourism', 'leisure'];

const VENDING = 'amenity/vending_machine';

const candidates = (tags: Tags): string[] =>
  KEYS.flatMap((key) => valuesOf(tags[key]).map((value) => `${key}/${value.toLowerCase()}`));

/** Whether a feature says in the tags of OpenStreetMap what it is. */
export const saysKind = (tags: Tags): boolean => KEYS.some((key) => tags[key] !== undefined);

const soldBy = (tags: Tags): string[] => valuesOf(tags.vending).map((good) => `${VENDING}/${good}`);

// `shop=xyz` is still a shop; `amenity=xyz` may be anything, so it needs to be known.
const general = (id: string): string => id.slice(0, id.lastIndexOf('/'));

const known = (id: string, catalogue: CategoryCatalogue): string[] => {
  if (catalogue.has(id)) return [id];
  return id.includes('/') && catalogue.has(general(id)) ? [general(id)] : [];
};

const specific = (id: string, tags: Tags, catalogue: CategoryCatalogue): string[] => {
  if (isOnlyFurniture(id, tags) || isNoKind(id)) return [];
  if (id !== VENDING) return known(id, catalogue);
  const goods = soldBy(tags).filter((good) => catalogue.has(good));
  return goods.length > 0 ? goods : known(VENDING, catalogue);
};

/**
 * The OSM category ids of a feature that are in the catalogue, most specific first. The goods of a machine are its
 * kinds.
 */
export const osmCategories = (tags: Tags, catalogue: CategoryCatalogue): string[] => [
  ...new Set(candidates(tags).flatMap((id) => specific(id, tags, catalogue))),
];

/** What a feature says about its kind, for the report. */
export const kindOf = (tags: Tags): string =>
  candidates(tags).join(', ') || Object.keys(tags).slice(0, 5).join(', ');
