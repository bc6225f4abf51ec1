/** A listing in a naive model of the search. */
export interface ModelListing {
  readonly id: string;
  readonly name: string;
  readonly keywords: readonly string[];
  readonly body: readonly string[];
  readonly categories: readonly string[];
  readonly district: string | null;
  readonly postcode: string;
  readonly services: readonly string[];
  readonly audiences: readonly string[];
  /** Districts and postcodes that it serves, and metres around it. */
  readonly serves: { readonly districts: readonly string[]; readonly postcodes: readonly string[] };
  readonly servesWithin: number | null;
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
  /** By service; '' if none is named */
  readonly hours: Readonly<Record<string, readonly (readonly [from: Date, until: Date])[]>>;
  readonly validFrom: Date | null;
  readonly validUntil: Date | null;
  readonly publicUntil: Date | null;
  readonly published: Date;
}

/** A place of which a point, a district and a postcode may be known. */
export interface ServedPlace {
  readonly point?: { readonly latitude: number; readonly longitude: number } | undefined;
  readonly district?: string | undefined;
  readonly postcode?: string | undefined;
}

/** A query; undefined members are not part of it. */
export interface Asked {
  readonly q?: string | undefined;
  readonly category?: readonly string[] | undefined;
  readonly district?: readonly string[] | undefined;
  readonly postcode?: readonly string[] | undefined;
  readonly service?: readonly string[] | undefined;
  readonly audience?: readonly string[] | undefined;
  readonly serves?: ServedPlace | undefined;
  readonly openAt?: Date | undefined;
  readonly near?: { readonly latitude: number; readonly longitude: number } | undefined;
  readonly radius?: number | undefined;
  readonly bbox?: readonly [number, number, number, number] | undefined;
  readonly validAt?: Date | undefined;
  readonly sort?: string | undefined;
}

const RADIUS = 6_371_008.8;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Haversine, on the sphere. */
function metres(listing: ModelListing, near: NonNullable<Asked['near']>): number | null {
  if (!listing.point) return null;
  const { latitude, longitude } = listing.point;
  const a =
    Math.sin(radians(latitude - near.latitude) / 2) ** 2 +
    Math.cos(radians(latitude)) *
      Math.cos(radians(near.latitude)) *
      Math.sin(radians(longitude - near.longitude) / 2) ** 2;
  return 2 * RADIUS * Math.asin(Math.sqrt(a));
}

const shares = (one: readonly string[], other: readonly string[] | undefined): boolean =>
  other === undefined || one.some((value) => other.includes(value));

const isOpen = (listing: ModelListing, services: readonly string[], at: Date): boolean =>
  services.some((service) =>
    (listing.hours[service] ?? []).some(([from, until]) => from <= at && at < until),
  );

/** The score of a word; 0 if it is not found. The last word may be unfinished. */
function wordScore(listing: ModelListing, word: string, isLast: boolean): number {
  const asked = word.toLowerCase();
  const holds = (words: readonly string[], begins: boolean): boolean =>
    words.some((one) => (begins ? one.toLowerCase().startsWith(asked) : one.toLowerCase() === asked));
  const name = listing.name.split(' ');
  if (holds(name, false)) return 8;
  if (isLast && holds(name, true)) return 6;
  if (holds(listing.keywords, isLast)) return 4;
  return holds(listing.body, isLast) ? 2 : 0;
}

function score(listing: ModelListing, q: string): number {
  const words = q.split(' ');
  const scores = words.map((word, at) => wordScore(listing, word, at === words.length - 1));
  if (scores.includes(0)) return 0;
  const [name, typed] = [listing.name.toLowerCase(), q.toLowerCase()];
  const bonus = name === typed ? 4 : name.startsWith(`${typed} `) ? 2 : 0;
  return scores.reduce((sum, one) => sum + one, bonus);
}

function isServed(listing: ModelListing, { point, district, postcode }: ServedPlace): boolean {
  const { districts, postcodes } = listing.serves;
  if (district !== undefined && districts.includes(district)) return true;
  if (postcode !== undefined && postcodes.includes(postcode)) return true;
  return point !== undefined && (metres(listing, point) ?? Infinity) <= (listing.servesWithin ?? -1);
}

function matches(listing: ModelListing, query: Asked, now: Date): boolean {
  const { publicUntil, validFrom, validUntil, point } = listing;
  const { near, radius, bbox, openAt, validAt } = query;
  if (publicUntil && publicUntil <= now) return false;
  if (!shares(listing.categories, query.category) || !shares(listing.services, query.service)) return false;
  if (!shares(listing.audiences, query.audience)) return false;
  if (query.serves && !isServed(listing, query.serves)) return false;
  if (!shares(listing.district ? [listing.district] : [], query.district)) return false;
  if (!shares([listing.postcode], query.postcode)) return false;
  if (openAt && !isOpen(listing, query.service ?? [''], openAt)) return false;
  if (validAt && ((validFrom && validFrom > validAt) || (validUntil && validUntil <= validAt))) return false;
  if (near && radius !== undefined && (metres(listing, near) ?? Infinity) > radius) return false;
  if (!bbox) return true;
  if (!point) return false;
  const [west, south, east, north] = bbox;
  return (
    point.longitude >= west && point.longitude <= east && point.latitude >= south && point.latitude <= north
  );
}

type Compare = (one: ModelListing, other: ModelListing) => number;

const byText =
  (text: (listing: ModelListing) => string): Compare =>
  (one, other) =>
    text(one) < text(other) ? -1 : text(one) > text(other) ? 1 : 0;
const byNumber =
  (number: (listing: ModelListing) => number): Compare =>
  (one, other) =>
    Math.sign(number(one) - number(other));

// DIN 5007-1, as everywhere.
const { compare } = new Intl.Collator('de-u-co-standard');
const byName: Compare = (one, other) => compare(one.name, other.name);

function orderOf({ q, near, sort }: Asked, scored: ReadonlyMap<string, number>): Compare[] {
  const name = [byName, byText(({ id }) => id)];
  switch (sort ?? (q ? 'relevance' : near ? 'distance' : 'name')) {
    case 'relevance':
      return [byNumber(({ id }) => -(scored.get(id) ?? 0)), ...name];
    case 'distance': {
      // To the millimetre, since both sides round differently.
      const distance = (listing: ModelListing): number =>
        Math.round(
          (near && metres(listing, near)) === null
            ? Infinity
            : (metres(listing, near as never) as number) * 1000,
        );
      return [byNumber((listing) => Math.min(distance(listing), Number.MAX_SAFE_INTEGER)), ...name];
    }
    case 'newest':
      return [byNumber(({ published }) => -published.getTime()), byText(({ id }) => id)];
    default:
      return name;
  }
}

/** What the search has to find, in order. */
export function found(listings: readonly ModelListing[], query: Asked, now: Date): ModelListing[] {
  const filtered = listings.filter((listing) => matches(listing, query, now));
  const { q } = query;
  const scored = new Map(filtered.map((listing) => [listing.id, q === undefined ? 0 : score(listing, q)]));
  const hits = q === undefined ? filtered : filtered.filter(({ id }) => (scored.get(id) ?? 0) > 0);
  const order = orderOf(query, scored);
  return hits.sort(
    (one, other) => order.map((compare) => compare(one, other)).find((sign) => sign !== 0) ?? 0,
  );
}

interface Write {
  readonly sql: string;
  readonly values: readonly unknown[];
}

const multirange = (spans: readonly (readonly [Date, Date])[]): string =>
  `{${spans.map(([from, until]) => `[${from.toISOString()},${until.toISOString()})`).join(',')}}`;

const keyOf = (service: string, spans: readonly (readonly [Date, Date])[]): string =>
  `${service} ${multirange(spans)}`;

/** The statements that store a listing. */
export function asRows(listing: ModelListing): Write[] {
  const { id, point } = listing;
  const row: Write = {
    sql: `insert into stadtverbund.listing (document_id, locale, language, uid, type, slug, name, categories, district,
        postcode, services, audiences, serves, serves_within, latitude, longitude, keywords, body, data, detail, valid_from, valid_until, public_until,
        first_published_at, hours_id)
      values (?, 'de', 'de', 'api::business.business', 'business', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '{}', '{}', ?, ?, ?, ?,
        (select id from stadtverbund.opening_hours where key = ?))`,
    values: [
      id,
      id,
      listing.name,
      listing.categories,
      listing.district,
      listing.postcode,
      listing.services,
      listing.audiences,
      [
        ...listing.serves.districts.map((slug) => `district:${slug}`),
        ...listing.serves.postcodes.map((postcode) => `postcode:${postcode}`),
      ],
      listing.servesWithin,
      point?.latitude ?? null,
      point?.longitude ?? null,
      listing.keywords.join('\n'),
      listing.body.join('\n'),
      listing.validFrom,
      listing.validUntil,
      listing.publicUntil,
      listing.published,
      keyOf('', listing.hours[''] ?? []),
    ],
  };
  const hours = Object.entries(listing.hours).flatMap(([service, spans]): Write[] => {
    const key = keyOf(service, spans);
    return [
      {
        sql: `insert into stadtverbund.opening_hours (key, rules, place, open, unknown, since, until)
          values (?, '[]', 'model', ?::tstzmultirange, '{}', now() - interval '2 days', now() + interval '63 days')
          on conflict (key) do nothing`,
        values: [key, multirange(spans)],
      },
      {
        sql: `insert into stadtverbund.listing_hours (document_id, service, hours_id)
          select ?, ?, id from stadtverbund.opening_hours where key = ?
          on conflict (document_id, service) do update set hours_id = excluded.hours_id`,
        values: [id, service, key],
      },
    ];
  });
  return [...hours, row];
}
