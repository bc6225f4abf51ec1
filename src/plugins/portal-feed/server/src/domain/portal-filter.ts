import type { BoundingBox, PortalFilter } from '../contract';
import type { FilterFacts } from './filter-facts';

/** A filter that lets everything through. */
export const EVERYTHING: PortalFilter = {
  types: [],
  categories: [],
  districts: [],
  postcodes: [],
  boundingBox: null,
  locales: [],
};

const asksNothing = (wanted: readonly string[]): boolean => wanted.length === 0;

const hasOne = (wanted: readonly string[], present: readonly (string | null)[]): boolean =>
  asksNothing(wanted) || present.some((value) => value !== null && wanted.includes(value));

const isInside = ({ south, west, north, east }: BoundingBox, point: FilterFacts['point']): boolean =>
  point !== null &&
  point.latitude >= south &&
  point.latitude <= north &&
  point.longitude >= west &&
  point.longitude <= east;

/** Whether a portal gets listings of this type (`business`, `offer`, …) at all. */
export const matchesType = (filter: PortalFilter, type: string): boolean => hasOne(filter.types, [type]);

/** Whether a portal wants a listing with these facts. Every given criterion must match. */
export const matchesFacts = (filter: PortalFilter, facts: FilterFacts): boolean =>
  hasOne(filter.categories, facts.categories) &&
  hasOne(filter.districts, [facts.district]) &&
  hasOne(filter.postcodes, [facts.postcode]) &&
  hasOne(filter.locales, facts.locales) &&
  (filter.boundingBox === null || isInside(filter.boundingBox, facts.point));
