import { DEFAULT_LANGUAGE } from './language';
import type { Reason } from './messages';

type Entry = Record<string, unknown>;

/** What a document lacks for being published, and at which field. */
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

// OSM addresses often lack the house number, and small places have no streets with names but numbers.
const isAddress = (address: unknown): boolean => {
  const { street, houseNumber, postcode, place } = entry(address);
  return (!isEmpty(street) || !isEmpty(houseNumber)) && (!isEmpty(postcode) || !isEmpty(place));
};

/**
 * Alternative text and credit of a picture: accessibility and copyright ask for them. A translation is not held up by a
 * picture that is new in the other language and not described in its own yet.
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

const picturesLacks = (pictures: unknown, name: string, locale: unknown): Lack[] =>
  list(pictures).flatMap((picture, index) => pictureLacks(picture, [name, index], locale));

const businessLacks = (document: Entry): Lack[] => [
  ...missing(document, 'name', 'categories'),
  ...(hasPoint(document.location) || isAddress(document.address)
    ? []
    : [{ path: ['address'], reason: 'address-or-location-required' as const }]),
  ...pictureLacks(document.logo, ['logo'], document.locale),
  ...picturesLacks(document.photos, 'photos', document.locale),
];

const campaignLacks = (document: Entry): Lack[] => [
  ...missing(document, 'business', 'kind', 'title', 'story', 'startsAt'),
  ...list(document.rewards).flatMap((reward, index) =>
    missing(entry(reward), 'title', 'minimumAmount').map((lack) => ({
      ...lack,
      path: ['rewards', index, ...lack.path],
    })),
  ),
  ...pictureLacks(document.image, ['image'], document.locale),
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
  'api::organisation.organisation': (document) => [
    ...missing(document, 'name', 'kind'),
    ...pictureLacks(document.logo, ['logo'], document.locale),
  ],
  'api::press-notice.press-notice': (document) => [
    ...missing(document, 'title', 'publishedOn'),
    ...(isEmpty(document.teaser) && isEmpty(document.body) ? missing(document, 'body') : []),
  ],
};

/**
 * What only a complete listing needs; checked at publish, not at draft.
 * @param document one locale's draft with components, media and relations populated
 */
export const lacksForPublishing = (uid: string, document: Entry): Lack[] =>
  REQUIREMENTS[uid]?.(document) ?? [];
