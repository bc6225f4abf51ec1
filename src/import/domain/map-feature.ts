import { checkPlainText, LONG_TEXT, SHORT_TEXT } from '../../domain/plain-text';
import { addressOf } from './address';
import { closedBy, formerKind } from './businesses';
import { composeName } from './compose-name';
import { contactOf, rawContactOf } from './contact';
import type { Feature } from './feature';
import { hoursOf, rawHoursOf, type HoursContext } from './hours';
import type { Mapped, Note } from './notes';
import { offersOf } from './offers';
import { checkAddress, checkPoint, isKnownPlace, type KnownPlaces } from './places';
import { kindOf, osmCategories, type CategoryCatalogue } from './osm-categories';
import type { AddressRecord, Attribution, BusinessRecord, PointRecord, SourceId, Texts } from './record';
import { compact, firstOf, type Tags } from './tags';

export interface MappingContext extends HoursContext, KnownPlaces {
  catalogue: CategoryCatalogue;
}

const OSM: Attribution = {
  text: '© OpenStreetMap contributors',
  licenceUrl: 'https://opendatacommons.org/licenses/odbl/1-0/',
};

const WO_IST_MARKT: Attribution = {
  text: 'wo-ist-markt contributors',
  licenceUrl: 'https://opensource.org/license/mit',
};

interface Provenance {
  source: SourceId;
  attribution?: Attribution;
}

/** "Wo ist Markt?" gives a square and its days, but no tag says what it is. */
export const isMarket = (tags: Tags): boolean =>
  tags.title !== undefined &&
  tags.location !== undefined &&
  tags.amenity === undefined &&
  tags.shop === undefined;

const provenanceOf = ({ externalId, isOsm, tags }: Feature): Provenance => {
  if (isOsm) return { source: { system: 'openstreetmap', externalId }, attribution: OSM };
  if (isMarket(tags)) return { source: { system: 'wo-ist-markt', externalId }, attribution: WO_IST_MARKT };
  return { source: { system: 'geojson', externalId } };
};

// The title is often just the square again and does not say what kind of market it is.
const marketName = ({ title = '', location = '' }: Tags): string =>
  title === location ? `Wochenmarkt ${location}` : title.includes(location) ? title : `${title} ${location}`;

// "Vinetaplatz (Gaarden)": the part of town in brackets at the end.
const inLastBrackets = (text: string): string | undefined => {
  const whole = text.trimEnd();
  if (!whole.endsWith(')')) return undefined;
  const last = whole.slice(0, -1).split(')').at(-1) ?? '';
  const open = last.indexOf('(');
  return open < 0 ? undefined : last.slice(open + 1) || undefined;
};

const marketTags = (tags: Tags): Tags => {
  const suburb = inLastBrackets(tags.location ?? '');
  return {
    ...tags,
    amenity: 'marketplace',
    name: marketName(tags),
    ...(suburb ? { 'addr:suburb': suburb } : {}),
  };
};

/**
 * A chain is a business that OSM links to a known brand (`brand:wikidata`) and that carries its name. A label such as
 * "Bioland" on a farm, or the make a garage sells, is a brand too, but not the name over the door.
 */
const isChain = (tags: Tags): boolean => {
  const brand = tags.brand?.toLowerCase();
  return (
    tags['brand:wikidata'] !== undefined &&
    brand !== undefined &&
    (tags.name ?? '').toLowerCase().includes(brand)
  );
};

const confirmedAt = (tags: Tags): string | undefined => {
  const day = /^\d{4}-\d{2}-\d{2}$/.exec(firstOf(tags, 'check_date', 'lastcheck', 'survey:date') ?? '')?.[0];
  const moment = day === undefined ? NaN : Date.parse(`${day}T00:00:00.000Z`);
  return Number.isNaN(moment) ? undefined : new Date(moment).toISOString();
};

const descriptionOf = (tags: Tags, notes: Note[]): Texts | undefined => {
  const text = (value: string | undefined): string | undefined => {
    if (value === undefined) return undefined;
    const checked = checkPlainText(value, LONG_TEXT);
    if (checked.ok) return checked.value;
    notes.push({ refused: checked, field: 'description' });
    return undefined;
  };
  return compact<Texts>({
    de: text(firstOf(tags, 'description:de', 'description')),
    en: text(tags['description:en']),
  });
};

const nameOf = (
  tags: Tags,
  categories: string[],
  context: MappingContext,
  notes: Note[],
): string | undefined => {
  const given = firstOf(tags, 'name', 'name:de', 'official_name', 'brand:name');
  if (given !== undefined) return given;
  const composed = composeName(categories, tags, context.catalogue);
  if (composed !== undefined) notes.push({ code: 'name-composed' });
  return composed;
};

// 160 is the length of the attribute.
const NAME: typeof SHORT_TEXT = { ...SHORT_TEXT, maximum: 160 };

interface Named {
  name: string;
  categories: string[];
}

/** Where a record is, as far as its source says so. */
interface Where {
  point?: PointRecord;
  address?: AddressRecord;
}

/** What a record cannot do without: a kind, a name, a position; or the reason why it is rejected. */
const essentialsOf = (
  feature: Feature,
  tags: Tags,
  { point, address }: Where,
  context: MappingContext,
  notes: Note[],
): Named | Note => {
  if (Object.keys(tags).length === 0) return { code: 'no-tags' };
  if (!point && !address)
    return feature.badGeometry === undefined
      ? { code: 'no-position' }
      : { code: 'bad-geometry', found: feature.badGeometry };
  const categories = [...(feature.categories ?? osmCategories(tags, context.catalogue))];
  if (categories.length === 0) {
    const former = formerKind(tags);
    return former === undefined
      ? { code: 'no-category', found: kindOf(tags) }
      : { code: 'closed', found: former };
  }
  const over = closedBy(tags);
  if (over !== undefined) return { code: 'closed', found: over };
  const name = nameOf(tags, categories, context, notes);
  if (name === undefined) return { code: 'no-name' };
  const checked = checkPlainText(name, NAME);
  return checked.ok ? { name: checked.value, categories } : { refused: checked, field: 'name' };
};

/** The place of a record. What of it cannot be right is left out where something else says where it is. */
const whereOf = (feature: Feature, tags: Tags, context: MappingContext, notes: Note[]): Where => {
  const { rest = [], ...given } = addressOf(tags, (name) => isKnownPlace(name, context));
  for (const found of rest) notes.push({ code: 'value-without-field', field: 'address', found });
  const address = checkAddress(given, context, notes);
  if (feature.badGeometry !== undefined && address)
    notes.push({ code: 'geometry-left-out', found: feature.badGeometry });
  const point = checkPoint(feature.point, context.rulePlace.centre, notes);
  return { ...(point ? { point } : {}), ...(address ? { address } : {}) };
};

/** What a record may lack. */
const detailsOf = ({ point, address }: Where, tags: Tags, notes: Note[]) => {
  const { contact, notes: contactNotes } = contactOf(rawContactOf(tags));
  notes.push(...contactNotes);
  return compact({
    description: descriptionOf(tags, notes),
    district: firstOf(tags, 'addr:suburb', 'addr:city_district', 'addr:district'),
    address,
    location: point,
    contact,
    lastConfirmedAt: confirmedAt(tags),
  });
};

/** A GeoJSON feature with OSM tags, or one of "Wo ist Markt?", as a business with the offers its tags state. */
export const mapFeature = (feature: Feature, context: MappingContext): Mapped<BusinessRecord> => {
  const tags = isMarket(feature.tags) ? marketTags(feature.tags) : feature.tags;
  const notes: Note[] = [...feature.notes];
  const where = whereOf(feature, tags, context, notes);
  const essentials = essentialsOf(feature, tags, where, context, notes);
  if (!('categories' in essentials)) {
    return { ok: false, externalId: feature.externalId, name: tags.name ?? '', notes: [essentials] };
  }
  const { hours, notes: hoursNotes } = hoursOf(rawHoursOf(tags), context);
  const record: BusinessRecord = {
    type: 'business',
    ...provenanceOf(feature),
    ...essentials,
    ...detailsOf(where, tags, notes),
    hours,
    chain: isChain(tags),
    offers: offersOf(tags),
  };
  return { ok: true, record, notes: [...notes, ...hoursNotes] };
};
