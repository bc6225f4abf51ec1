/** The part of a hit's data that a line of the table shows. */
interface HitData {
  readonly summary?: unknown;
  readonly teaser?: unknown;
  readonly address?: unknown;
  readonly contact?: unknown;
  readonly email?: unknown;
  readonly website?: unknown;
  readonly phones?: unknown;
  readonly location?: unknown;
  readonly categories?: unknown;
  readonly district?: unknown;
  readonly services?: unknown;
  readonly attribution?: unknown;
}

/** What the table needs of a listing. */
export interface CsvListing {
  readonly type: string;
  readonly slug: string;
  readonly name: string;
  readonly url: string;
  readonly data: HitData;
  readonly openNow: boolean | null;
  /** Metres */
  readonly distance: number | null;
}

const objectOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** As an RFC 3966 URI, since a plain number begins with "+", which spreadsheets take for a formula. */
const phoneUri = (value: unknown): string =>
  text(value) === '' ? '' : `tel:${text(value).replace(/\s/g, '')}`;

/**
 * Always with five decimals, about a metre: of three, a German spreadsheet makes thousands, and "7.452" becomes 7452.
 */
const degrees = (value: unknown): string => (typeof value === 'number' ? value.toFixed(5) : '');

/** The columns in order; a column is never renamed or moved, new ones are added at the end. */
export const CSV_COLUMNS = [
  'type', 'slug', 'name', 'summary', 'categories', 'district', 'street', 'houseNumber', 'postcode', 'place',
  'latitude', 'longitude', 'phone', 'email', 'website', 'services', 'openNow', 'distance', 'url', 'attribution',
] as const; // prettier-ignore

/** The cells of a line, in the order of `CSV_COLUMNS`. */
export function csvRow({ type, slug, name, url, data, openNow, distance }: CsvListing): string[] {
  const address = objectOf(data.address);
  const contact = objectOf(data.contact);
  const location = objectOf(data.location);
  const phone = contact['phone'] ?? objectOf(listOf(data.phones)[0])['number'];
  return [
    type,
    slug,
    name,
    text(data.summary) || text(data.teaser),
    listOf(data.categories)
      .map((category) => text(objectOf(category)['name']))
      .join(', '),
    text(objectOf(data.district)['name']),
    text(address['street']),
    text(address['houseNumber']),
    text(address['postcode']),
    text(address['place']),
    degrees(location['latitude']),
    degrees(location['longitude']),
    phoneUri(phone),
    text(data.email),
    text(contact['website']) || text(data.website),
    listOf(data.services).map(text).join(', '),
    openNow === null ? '' : String(openNow),
    text(distance),
    url,
    text(objectOf(data.attribution)['text']),
  ];
}
