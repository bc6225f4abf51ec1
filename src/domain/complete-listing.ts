import { DEFAULT_LANGUAGE } from '../languages/language';
import type { Reason } from './messages';

type Entry = Record<string, unknown>;

/** A content type, as far as it says what a complete document has. */
interface CompleteType {
  readonly uid: string;
  readonly drafts: boolean;
  readonly name: string;
  readonly business?: string | undefined;
  readonly attributes: Readonly<
    Record<
      string,
      { readonly component?: string; readonly repeatable?: boolean; readonly required?: boolean }
    >
  >;
}

/** What is missing before a document can be published, and in which field. */
export interface Lack {
  path: (string | number)[];
  reason: Reason;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const entry = (value: unknown): Entry =>
  typeof value === 'object' && value !== null ? (value as Entry) : {};

const missing = (document: Entry, ...names: string[]): Lack[] =>
  names.filter((name) => isEmpty(document[name])).map((name) => ({ path: [name], reason: 'required' }));

/** What a type asks of a complete document. */
export interface Requirements {
  /** Attributes, and `rewards.title`: attributes of a component in each of its rows. */
  readonly needs: readonly string[];
  /** One of these attributes is enough; what is missing is said at the first. */
  readonly oneOf?: { readonly names: readonly [string, ...string[]]; readonly reason: Reason };
}

const hasPoint = (location: unknown): boolean =>
  entry(location).latitude != null && entry(location).longitude != null;

// OSM addresses often lack the house number, and small places often have house numbers but no street names.
const isAddress = (address: unknown): boolean => {
  const { street, houseNumber, postcode, place } = entry(address);
  return (!isEmpty(street) || !isEmpty(houseNumber)) && (!isEmpty(postcode) || !isEmpty(place));
};

/**
 * Alternative text and credit of a picture, needed for accessibility and copyright. A translation is not held up
 * because a picture added in the other language has no description in this one yet.
 */
const PICTURE_NEEDS = ['credit'] as const;
const PICTURE_NEEDS_IN_GERMAN = ['alternativeText', ...PICTURE_NEEDS] as const;

const REQUIREMENTS: Readonly<Record<string, Requirements>> = {
  // An imported OSM listing is complete with a name, a category, and an address or a point.
  'api::business.business': {
    needs: ['name', 'categories'],
    oneOf: { names: ['address', 'location'], reason: 'address-or-location-required' },
  },
  'api::offer.offer': { needs: ['business', 'kind', 'title'] },
  'api::campaign.campaign': {
    needs: ['business', 'kind', 'title', 'story', 'startsAt', 'rewards.title', 'rewards.minimumAmount'],
  },
  'api::advisory-contact.advisory-contact': {
    needs: ['kind', 'title'],
    oneOf: { names: ['phones', 'email', 'url'], reason: 'reachability-required' },
  },
  'api::organisation.organisation': { needs: ['name', 'kind'] },
  'api::press-notice.press-notice': {
    needs: ['title', 'publishedOn'],
    oneOf: { names: ['body', 'teaser'], reason: 'required' },
  },
};

// What of a component is filled in where not everything in it counts.
const IS_FILLED_IN: Readonly<Record<string, (value: unknown) => boolean>> = {
  'place.geo-point': hasPoint,
  'place.address': isAddress,
};

/** What a type without requirements of its own needs: its name, its business, and what its schema requires. */
function basicRequirements({ drafts, name, business, attributes }: CompleteType): Requirements {
  if (!drafts) return { needs: [] };
  const required = Object.keys(attributes).filter((attribute) => attributes[attribute]?.required === true);
  return { needs: [...new Set([name, ...(business ? [business] : []), ...required])] };
}

/** What a document of a type needs to be complete, pictures aside. */
export const requirementsOf = (type: CompleteType): Requirements =>
  REQUIREMENTS[type.uid] ?? basicRequirements(type);

/** What every picture needs, if there is one. */
export const pictureNeeds = (locale: unknown): readonly string[] =>
  locale == null || locale === DEFAULT_LANGUAGE ? PICTURE_NEEDS_IN_GERMAN : PICTURE_NEEDS;

const rowsAt = (document: Entry, name: string): { row: Entry; path: (string | number)[] }[] => {
  const value = document[name];
  if (Array.isArray(value)) return value.map((row, at) => ({ row: entry(row), path: [name, at] }));
  return isEmpty(value) ? [] : [{ row: entry(value), path: [name] }];
};

const below = (path: (string | number)[], lacks: Lack[]): Lack[] =>
  lacks.map((lack) => ({ ...lack, path: [...path, ...lack.path] }));

function lacksOf(document: Entry, need: string): Lack[] {
  const [name = '', inner] = need.split('.');
  if (inner === undefined) return missing(document, name);
  return rowsAt(document, name).flatMap(({ row, path }) => below(path, missing(row, inner)));
}

function isFilledIn({ attributes }: CompleteType, document: Entry, name: string): boolean {
  const rule = IS_FILLED_IN[attributes[name]?.component ?? ''];
  return rule ? rule(document[name]) : !isEmpty(document[name]);
}

/** What is missing for the pictures of a document, whichever attributes hold them. */
const picturesLacks = ({ attributes }: CompleteType, document: Entry): Lack[] =>
  Object.entries(attributes)
    .filter(([, { component }]) => component === 'media.picture')
    .flatMap(([name]) => rowsAt(document, name))
    .filter(({ row }) => !isEmpty(row.image))
    .flatMap(({ row, path }) => below(path, missing(row, ...pictureNeeds(document.locale))));

/**
 * What a listing needs to be complete; checked on publishing, not for drafts.
 * @param document one locale's draft with components, media and relations populated
 */
export function lacksForPublishing(type: CompleteType, document: Entry): Lack[] {
  const { needs, oneOf } = requirementsOf(type);
  const hasOne = !oneOf || oneOf.names.some((name) => isFilledIn(type, document, name));
  return [
    ...needs.flatMap((need) => lacksOf(document, need)),
    ...(hasOne ? [] : [{ path: [oneOf.names[0]], reason: oneOf.reason }]),
    ...picturesLacks(type, document),
  ];
}
