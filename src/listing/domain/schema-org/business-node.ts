import type { Entry } from '../listing';
import type { Mapping } from './mapping';
import { node, type Node } from './node';
import { many, one, text, uri } from './read';
import { postalAddress } from './places';

// Types of schema.org that are not subtypes of LocalBusiness, though a listing always is one.
export const OTHER_PLACES: ReadonlySet<string> = new Set([
  'Campground',
  'CityHall',
  'CivicStructure',
  'Museum',
  'PerformingArtsTheater',
  'Physiotherapy',
  'Preschool',
  'TouristAttraction',
  'VeterinaryCare',
]);

// These say less than the other subtypes of LocalBusiness.
const VAGUE: ReadonlySet<string> = new Set(['LocalBusiness', 'Store']);

/** The most specific schema.org type among a business's categories. */
export function businessType(business: Entry): string | readonly string[] {
  const types = many(business, 'categories').flatMap((category) => text(category, 'schemaType') ?? []);
  const type = types.find((name) => !VAGUE.has(name)) ?? types[0] ?? 'LocalBusiness';
  return OTHER_PLACES.has(type) ? ['LocalBusiness', type] : type;
}

/** The address of a business's listing. */
export const businessUrl = ({ urlOf }: Pick<Mapping, 'urlOf'>, business: Entry): string =>
  urlOf({
    type: 'business',
    slug: text(business, 'slug') ?? null,
    documentId: text(business, 'documentId') ?? '',
  });

/** The business a listing belongs to, in short; its own listing says the rest. */
export function businessInShort(mapping: Mapping): Node | undefined {
  const { business } = mapping;
  if (!business) return undefined;
  return node(businessType(business), {
    '@id': businessUrl(mapping, business),
    identifier: text(business, 'documentId'),
    name: text(business, 'name'),
    url: uri(one(business, 'contact'), 'website'),
    address: postalAddress(one(business, 'address')),
  });
}
