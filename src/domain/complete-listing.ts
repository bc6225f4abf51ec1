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

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const missing = (document: Entry, ...names: string[]): Lack[] =>
  names.filter((name) => isEmpty(document[name])).map((name) => ({ path: [name], reason: 'required' }));

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
const pictureLacks = (picture: unknown, path: (string | number)[], locale: unknown): Lack[] =>
  isEmpty(entry(picture).image)
    ? []
    : missing(
        entry(picture),
        ...(locale == null || locale === DEFAULT_LANGUAGE ? ['alternativeText'] : []),
        'credit',
      ).map((lack) => ({
        ...lack,
        path: [...path, ...lack.path],
      }));

/** What is missing for the pictures of a document, whichever attributes hold them. */
const picturesLacks = ({ attributes }: CompleteType, document: Entry): Lack[] =>
  Object.entries(attributes)
    .filter(([, { component }]) => component === 'media.picture')
    .flatMap(([name, { repeatable }]) =>
      repeatable
        ? list(document[name]).flatMap((picture, at) => pictureLacks(picture, [name, at], document.locale))
        : pictureLacks(document[name], [name], document.locale),
    );

const businessLacks = (document: Entry): Lack[] => [
  ...missing(document, 'name', 'categories'),
  ...(hasPoint(document.location) || isAddress(document.address)
    ? []
    : [{ path: ['address'], reason: 'address-or-location-required' as const }]),
];

const campaignLacks = (document: Entry): Lack[] => [
  ...missing(document, 'business', 'kind', 'title', 'story', 'startsAt'),
  ...list(document.rewards).flatMap((reward, index) =>
    missing(entry(reward), 'title', 'minimumAmount').map((lack) => ({
      ...lack,
      path: ['rewards', index, ...lack.path],
    })),
  ),
];

const advisoryContactLacks = (document: Entry): Lack[] => [
  ...missing(document, 'kind', 'title'),
  ...(['phones', 'email', 'url'].every((name) => isEmpty(document[name]))
    ? [{ path: ['phones'], reason: 'reachability-required' as const }]
    : []),
];

const REQUIREMENTS: Readonly<Record<string, (document: Entry) => Lack[]>> = {
  // An imported OSM listing is complete with a name, a category, and an address or a point.
  'api::business.business': businessLacks,
  'api::offer.offer': (document) => missing(document, 'business', 'kind', 'title'),
  'api::campaign.campaign': campaignLacks,
  'api::advisory-contact.advisory-contact': advisoryContactLacks,
  'api::organisation.organisation': (document) => missing(document, 'name', 'kind'),
  'api::press-notice.press-notice': (document) => [
    ...missing(document, 'title', 'publishedOn'),
    ...(isEmpty(document.teaser) && isEmpty(document.body) ? missing(document, 'body') : []),
  ],
};

/** What a type without special requirements needs: its name, its business, and what its schema requires. */
const basicLacks = ({ drafts, name, business, attributes }: CompleteType, document: Entry): Lack[] => {
  if (!drafts) return [];
  const required = Object.keys(attributes).filter((attribute) => attributes[attribute]?.required === true);
  return missing(document, ...new Set([name, ...(business ? [business] : []), ...required]));
};

/**
 * What a listing needs to be complete; checked on publishing, not for drafts.
 * @param document one locale's draft with components, media and relations populated
 */
export const lacksForPublishing = (type: CompleteType, document: Entry): Lack[] => [
  ...(REQUIREMENTS[type.uid]?.(document) ?? basicLacks(type, document)),
  ...picturesLacks(type, document),
];
