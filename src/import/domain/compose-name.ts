import type { CategoryCatalogue } from './osm-categories';
import { firstOf, valuesOf, type Tags } from './tags';

// Used where the category's own name does not sound right: "Marktplatz Aplerbeck" would be the square.
const NOUNS: Readonly<Record<string, string>> = {
  'amenity/marketplace': 'Wochenmarkt',
  'amenity/vending_machine/food': 'Lebensmittelautomat',
  'amenity/vending_machine/eggs': 'Eierautomat',
};

// Kinds of places that people know by what they are. A bank or an authority without a name is a gap in the data.
const SPEAKS_FOR_ITSELF = /^(shop|craft|amenity\/(marketplace|vending_machine))(\/|$)/;

const nounOf = (
  categories: readonly string[],
  tags: Tags,
  catalogue: CategoryCatalogue,
): string | undefined => {
  const id = categories.find((one) => SPEAKS_FOR_ITSELF.test(one));
  if (id === undefined) return undefined;
  // A machine with several goods is not named after one of them.
  if (valuesOf(tags.vending).length > 1) return catalogue.get('amenity/vending_machine');
  return NOUNS[id] ?? catalogue.get(id);
};

const placeOf = (tags: Tags): string | undefined =>
  firstOf(tags, 'addr:suburb', 'addr:hamlet', 'addr:place', 'addr:city', 'contact:city', 'object:city');

const withBody = (noun: string, body: string): string =>
  body.toLowerCase().includes(noun.toLowerCase()) ? body : `${noun} (${body})`;

/**
 * A name for a feature that has none: "Wochenmarkt Aplerbeck", "Eierautomat (Hof Hülsmann)".
 * @returns undefined if neither operator nor place nor brand is known
 */
export const composeName = (
  categories: readonly string[],
  tags: Tags,
  catalogue: CategoryCatalogue,
): string | undefined => {
  const noun = nounOf(categories, tags, catalogue);
  if (noun === undefined) return undefined;
  const place = placeOf(tags);
  const isMarket = categories.includes('amenity/marketplace');
  if (isMarket && place !== undefined) return `${noun} ${place}`;
  const body = firstOf(tags, 'operator', 'brand');
  if (body !== undefined) return withBody(noun, body);
  return place === undefined ? undefined : `${noun} ${place}`;
};
