import { refuse, type Refused } from '../../domain/checked';
import { checkLatitude, checkLongitude, checkNearCity, type GeoPoint } from '../../domain/geo';
import { checkPeriod, type Moment } from '../../domain/period';
import { decidePlace, type PlaceDecision } from '../../domain/places';
import type { RuleContext } from './bindings';
import type { Entry } from '../../platform/strapi/schema';

/** A refusal at one attribute of a component or document. */
export interface Finding extends Refused {
  attribute: string;
}

type WholeRule = (whole: Entry, context: RuleContext, parents: readonly string[]) => Finding[];

const at = (attribute: string, refused: Refused): Finding => ({ ...refused, attribute });

const period =
  (start: string, end: string): WholeRule =>
  (whole) => {
    const checked = checkPeriod(whole[start] as Moment | null, whole[end] as Moment | null);
    return checked.ok ? [] : [at(end, checked)];
  };

const edges =
  (low: string, high: string): WholeRule =>
  (box) => {
    if (typeof box[low] !== 'number' || typeof box[high] !== 'number' || box[low] < box[high]) return [];
    return [at(high, refuse('edges-reversed', { low: box[low], high: box[high] }))];
  };

// A coordinate out of range has its own refusal.
const isPoint = (entry: Entry): entry is Entry & GeoPoint =>
  checkLatitude(entry.latitude).ok && checkLongitude(entry.longitude).ok;

// The centre of the city is not measured against itself.
const nearCity: WholeRule = (whole, { city }, parents) => {
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

const placeAgrees: WholeRule = (address, context) => {
  const finding = context.strictPlaces ? placeFinding(address, context) : undefined;
  return finding ? [finding] : [];
};

interface Bound {
  /** The rule is applied when one of these is written, or when a document is published. */
  attributes: readonly string[];
  rule: WholeRule;
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

const periodRule = (from: string, through: string): Bound => ({
  attributes: [from, through],
  rule: period(from, through),
});

// For every component or type with these attributes.
const SHAPE_RULES: readonly Bound[] = [
  periodRule('validFrom', 'validThrough'),
  periodRule('startsAt', 'endsAt'),
];

/** Rules for everything with a period, by our attribute names and those in a type's listing options. */
export function periodRules({ periodOf }: Pick<RuleContext, 'periodOf'>, uid: string): readonly Bound[] {
  const { from, through } = periodOf?.(uid) ?? {};
  if (!from || !through || SHAPE_RULES.some(({ attributes }) => attributes.includes(from)))
    return SHAPE_RULES;
  return [...SHAPE_RULES, periodRule(from, through)];
}
