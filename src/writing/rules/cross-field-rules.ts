import { refuse, type Refused } from '../../domain/checked';
import { checkLatitude, checkLongitude, checkNearCity, type GeoPoint } from '../../domain/geo';
import { checkPeriod, type Moment } from '../../domain/period';
import { decidePlace, type PlaceDecision } from '../../domain/places';
import { DEFAULT_TIME_ZONE } from '../../domain/public-rule';
import { kindOf } from '../../listing/domain/boundaries';
import type { RuleContext } from './attribute-rules';
import type { Attributes, Entry, Model } from '../../platform/strapi/schema';

/** A refusal at one attribute of a component or document. */
export interface Finding extends Refused {
  attribute: string;
}

type CrossFieldRule = (whole: Entry, context: RuleContext, parents: readonly string[]) => Finding[];

const at = (attribute: string, refused: Refused): Finding => ({ ...refused, attribute });

const period =
  (start: string, end: string, attributes: Attributes): CrossFieldRule =>
  (whole, { city }) => {
    // The panel may send a day with a time; what is stored is the day.
    const boundAt = (name: string): Moment | null | undefined => {
      const value = whole[name] as Moment | null | undefined;
      return typeof value === 'string' && kindOf(attributes, name) === 'day' ? value.slice(0, 10) : value;
    };
    const checked = checkPeriod(boundAt(start), boundAt(end), city?.timeZone ?? DEFAULT_TIME_ZONE);
    return checked.ok ? [] : [at(end, checked)];
  };

const edges =
  (low: string, high: string): CrossFieldRule =>
  (box) => {
    if (typeof box[low] !== 'number' || typeof box[high] !== 'number' || box[low] < box[high]) return [];
    return [at(high, refuse('edges-reversed', { low: box[low], high: box[high] }))];
  };

// A coordinate out of range has its own refusal.
const isPoint = (entry: Entry): entry is Entry & GeoPoint =>
  checkLatitude(entry.latitude).ok && checkLongitude(entry.longitude).ok;

/** Attributes of a component that are given together or not at all. */
export const GIVEN_TOGETHER: Readonly<Record<string, readonly string[]>> = {
  'place.geo-point': ['latitude', 'longitude'],
};

// The centre of the city is not measured against itself.
const nearCity: CrossFieldRule = (whole, { city }, parents) => {
  const { latitude, longitude } = whole;
  if (latitude == null && longitude == null) return [];
  if (latitude == null || longitude == null) {
    const attribute = latitude == null ? 'latitude' : 'longitude';
    return [{ ok: false, reason: 'point-incomplete', attribute }];
  }
  if (!city || parents.includes('centre') || !isPoint(whole)) return [];
  const checked = checkNearCity(whole, city.centre);
  return checked.ok ? [] : [at('latitude', checked)];
};

/** What the postcode table says about an address; nothing if its postcode is not well-formed. */
export const placeFinding = (
  address: Entry,
  context: RuleContext,
): (Finding & { suggestions: string[] }) | undefined => {
  const { postcode, place } = address;
  if (typeof postcode !== 'string' || postcode === '') return undefined;
  const decision: PlaceDecision = decidePlace(
    postcode,
    typeof place === 'string' ? place : null,
    context.places,
    context.districts,
  );
  if (decision.ok || decision.reason === 'postcode-malformed') return undefined;
  return { ...decision, attribute: decision.reason === 'place-mismatch' ? 'place' : 'postcode' };
};

const placeAgrees: CrossFieldRule = (address, context) => {
  const finding = context.strictPlaces ? placeFinding(address, context) : undefined;
  return finding ? [finding] : [];
};

interface Bound {
  /** The rule is applied when one of these is written, or when a document is published. */
  attributes: readonly string[];
  rule: CrossFieldRule;
}

/** Rules over several attributes of one component. */
export const COMPONENT_RULES: Readonly<Record<string, readonly Bound[]>> = {
  'place.geo-point': [{ attributes: ['latitude', 'longitude'], rule: nearCity }],
  'place.bounding-box': [
    { attributes: ['south', 'north'], rule: edges('south', 'north') },
    // No German city spans the antimeridian.
    { attributes: ['west', 'east'], rule: edges('west', 'east') },
  ],
  'place.address': [{ attributes: ['postcode', 'place'], rule: placeAgrees }],
};

type Pair = readonly [start: string, end: string];

// For every component or type with these attributes.
const NAMED: readonly Pair[] = [
  ['validFrom', 'validThrough'],
  ['startsAt', 'endsAt'],
];

/**
 * Rules for everything with a period, by our attribute names and those in a type's listing options. What ends before it
 * becomes public would never be seen.
 */
export function periodRules(
  { periodOf }: Pick<RuleContext, 'periodOf'>,
  { uid, attributes }: Pick<Model, 'uid' | 'attributes'>,
): readonly Bound[] {
  const { from, publicFrom, through } = periodOf?.(uid) ?? {};
  const own = [from, publicFrom].flatMap((start): Pair[] => (start && through ? [[start, through]] : []));
  const pairs = new Map([...NAMED, ...own].map((pair) => [pair.join(' '), pair]));
  return [...pairs.values()]
    .filter((pair) => pair.every((name) => name in attributes))
    .map(([start, end]) => ({ attributes: [start, end], rule: period(start, end, attributes) }));
}
