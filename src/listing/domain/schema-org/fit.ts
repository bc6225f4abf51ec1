import { isObject } from '#src/domain/is-object';
import type { Json, Node } from './node';

/**
 * The most a listing may take, in bytes of UTF-8. An event stays under 20 kB, as Standard Webhooks advises; the rest is
 * for its envelope.
 */
export const MAX_BYTES = 19_000;

const bytesOf = (value: Json): number => Buffer.byteLength(JSON.stringify(value));

/** Cuts a text between words and adds an ellipsis. */
export function shorten(text: string, characters: number): string {
  if (text.length <= characters) return text;
  const cut = text.slice(0, characters - 1);
  const space = cut.lastIndexOf(' ');
  const whole = space > characters / 2 ? cut.slice(0, space) : cut;
  // Never leaves half a surrogate pair.
  return `${whole.replace(/[\ud800-\udbff]$/, '').trimEnd()}…`;
}

const LONG_TEXTS = ['description', 'articleBody', 'abstract', 'disambiguatingDescription', 'areaServed'];

const shortened = (value: Json, characters: number): Json => {
  if (typeof value === 'string') return shorten(value, characters);
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => shortened(item, characters));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]): [string, Json] => [key, shortened(item, characters)]),
  );
};

const withShortTexts =
  (characters: number) =>
  (listing: Node): Node =>
    Object.fromEntries(
      Object.entries(listing).map(([key, value]): [string, Json] => [
        key,
        LONG_TEXTS.includes(key) ? shortened(value, characters) : value,
      ]),
    );

const withFirst =
  (property: string, count: number) =>
  (listing: Node): Node => {
    const values = listing[property];
    return Array.isArray(values) ? { ...listing, [property]: values.slice(0, count) as Json } : listing;
  };

const without =
  (...properties: readonly string[]) =>
  (listing: Node): Node =>
    Object.fromEntries(Object.entries(listing).filter(([key]) => !properties.includes(key)));

// Never cut away: who and where it is, and whom to credit.
const ESSENTIAL: ReadonlySet<string> = new Set([
  '@context',
  '@type',
  '@id',
  'identifier',
  'name',
  'headline',
  'url',
  'telephone',
  'address',
  'geo',
  'offeredBy',
  'recipient',
  'provider',
  'startTime',
  'endTime',
  'validFrom',
  'validThrough',
  'datePublished',
  'actionStatus',
  'creditText',
  'license',
  'subjectOf',
]);

const essentialOnly = (listing: Node): Node =>
  Object.fromEntries(
    Object.entries(listing)
      .filter(([key]) => ESSENTIAL.has(key))
      .map(([key, value]): [string, Json] => [key, key.startsWith('@') ? value : shortened(value, 200)]),
  );

/** What is cut, in this order; each step is taken only if those before did not suffice (documented in docs/feed.md). */
const CUTS: readonly ((listing: Node) => Node)[] = [
  withFirst('image', 3),
  withShortTexts(4_000),
  withShortTexts(2_000),
  withFirst('image', 1),
  withShortTexts(1_000),
  withFirst('associatedMedia', 5),
  withFirst('result', 10),
  without('additionalProperty'),
  withShortTexts(300),
  without('makesOffer', 'contactPoint', 'sameAs'),
  // Without the special ones the others would be wrong.
  without('openingHoursSpecification', 'specialOpeningHoursSpecification'),
  without('image', 'logo', 'associatedMedia', 'result', 'keywords', 'hoursAvailable', 'availableChannel'),
  essentialOnly,
];

/** The listing, cut no more than needed to make it fit. */
export function fit(listing: Node, maxBytes = MAX_BYTES): Node {
  let fitting = listing;
  for (const cut of CUTS) {
    if (bytesOf(fitting) <= maxBytes) return fitting;
    fitting = cut(fitting);
  }
  return fitting;
}
