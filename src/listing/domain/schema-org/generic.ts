import type { Entry } from '../listing';
import { aboutPage } from './attribution';
import { businessInShort } from './business-node';
import type { Mapping } from './mapping';
import { node, type Node } from './node';
import { hoursRows, serviceHours } from './opening-hours';
import { geoCoordinates, postalAddress } from './places';
import { isObject } from '#src/domain/is-object';
import { one, text, uri } from './read';
import { localText } from './texts';
import { STRAPI_ATTRIBUTES } from '#src/platform/strapi/schema';

// Attributes that may hold the name, most likely first.
const NAMES = ['name', 'title', 'label'];
const DESCRIPTIONS = ['description', 'summary', 'text'];

// What every row has and no reader needs.
const BOOKKEEPING: ReadonlySet<string> = new Set([
  ...STRAPI_ATTRIBUTES,
  'slug',
  'attribution',
  'lastConfirmedAt',
]);

// E-mail addresses of persons may be in any text; a field that is one is left out.
const isEmail = (name: string, value: unknown): boolean =>
  /mail/i.test(name) || (typeof value === 'string' && looksLikeEmail(value));

/** No blanks; an at sign and a later dot, with something before, between and after them. */
function looksLikeEmail(value: string): boolean {
  const at = value.indexOf('@', 1);
  const dot = value.lastIndexOf('.', value.length - 2);
  return at > 0 && dot > at + 1 && !/\s/.test(value);
}

const firstOf = (entry: Entry, names: readonly string[]): string | undefined =>
  names.find((name) => text(entry, name) !== undefined);

const property = (mapping: Mapping, name: string, value: unknown): Node | undefined => {
  if (isEmail(name, value)) return undefined;
  if (typeof value === 'string')
    return node('PropertyValue', {
      propertyID: name,
      value: localText(mapping, (entry) => text({ ...mapping.derived, ...entry }, name)),
    });
  return typeof value === 'number' || typeof value === 'boolean'
    ? node('PropertyValue', { propertyID: name, value: value })
    : undefined;
};

const componentOf = (entry: Entry, names: readonly string[]): Entry | undefined =>
  Object.values(entry).find(
    (value): value is Entry =>
      isObject(value) && !('documentId' in value) && names.some((name) => name in value),
  );

/**
 * Maps a type without its own mapping: name, description, place and hours are recognised by their kind, plain values
 * become additionalProperty. So a new content type can be in the feed with a schema file and no code.
 */
export function generic(mapping: Mapping, url: string): Node {
  const { main, business, derived, feed = {} } = mapping;
  const [name, description] = [firstOf(main, NAMES), firstOf(main, DESCRIPTIONS)];
  const named = new Set([name, description, ...BOOKKEEPING]);
  const { regular, special } = serviceHours(mapping, 'on-site');
  return node(feed.schemaType ?? 'Thing', {
    name: name && localText(mapping, (entry) => text(entry, name)),
    description: description && localText(mapping, (entry) => text(entry, description)),
    url: uri(one(main, 'contact'), 'website') ?? url,
    address: postalAddress(componentOf(main, ['street', 'postcode'])),
    geo: geoCoordinates(componentOf(main, ['latitude'])),
    openingHoursSpecification: hoursRows(main, 'on-site').length > 0 ? regular : undefined,
    specialOpeningHoursSpecification: special,
    ...(feed.business && business ? { [feed.business]: businessInShort(mapping) } : {}),
    additionalProperty: Object.entries({ ...main, ...derived })
      .filter(([attribute]) => !named.has(attribute))
      .flatMap(([attribute, value]) => property(mapping, attribute, value) ?? []),
    subjectOf: aboutPage(main, url),
  });
}
