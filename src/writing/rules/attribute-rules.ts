import type { City } from '../../city/known-city';
import type { Borders } from '../../city/domain/borders';
import { accept, refuse, type Checked } from '../../domain/checked';
import { checkEmailAddress, MAX_EMAIL_LENGTH } from '../../domain/email-address';
import { withoutInvisible } from '../../domain/invisible-characters';
import { isFederalState } from '../../domain/federal-states';
import { checkLatitude, checkLongitude, MAX_LATITUDE, MAX_LONGITUDE } from '../../domain/geo';
import type { Language } from '../../languages/language';
import { checkLanguageTag } from '../../domain/language-tag';
import { checkCurrency, checkMinorUnits, checkQuantity, MAX_MINOR_UNITS } from '../../domain/money';
import { knownOpeningRule } from '../../opening-hours/known-rule';
import { ANYWHERE } from '../../domain/opening-rule';
import { checkPhone } from '../../domain/phones';
import { checkPlainText, SHORT_TEXT } from '../../domain/plain-text';
import { normalPostcode, type LocalDistricts, type PlaceTable } from '../../domain/places';
import {
  checkServedPostcodes,
  checkServiceRadius,
  MAX_POSTCODES,
  MAX_SERVICE_RADIUS_KM,
  MIN_SERVICE_RADIUS_KM,
} from '../../domain/service-area';
import { MAX_RULE_LENGTH } from '../../domain/rule-excess';
import { isSlug } from '../../domain/slug';
import { checkWebAddress, MAX_URL_LENGTH } from '../../domain/web-address';

/** What a rule may look at besides the value. */
export interface RuleContext {
  language: Language;
  city: City | undefined;
  places: PlaceTable;
  districts: LocalDistricts | undefined;
  /** The borders of the districts, where the city has brought them. */
  borders: Borders;
  /** Whether a place that does not match its postcode is an error (contributors) or only a warning (editors, import). */
  strictPlaces: boolean;
  /** The attributes that say from when and through when documents of a type apply, and from when they are public. */
  periodOf?: (
    uid: string,
  ) => Partial<Record<'from' | 'publicFrom' | 'through', string | undefined>> | undefined;
}

/**
 * A rule about one value, never called with null.
 * @param stored the current value: a rule introduced later accepts it unchanged
 */
export type ValueRule = (value: unknown, context: RuleContext, stored?: unknown) => Checked<unknown>;

const onText =
  (rule: (text: string, context: RuleContext) => Checked<unknown>): ValueRule =>
  (value, context) => {
    const text = checkPlainText(value, SHORT_TEXT);
    return text.ok ? rule(text.value, context) : text;
  };

// Numbers and addresses are copied from contacts and web pages, with marks that nobody sees.
const onValue =
  (rule: (text: string) => Checked<unknown>): ValueRule =>
  (value, context) =>
    onText(rule)(typeof value === 'string' ? withoutInvisible(value) : value, context);

const LATER_RULES = new Set(['hours-too-complex', 'hours-too-wordy', 'hours-doubtful']);

const openingRule: ValueRule = (value, context, stored) =>
  onText((rule, { city, language }) => {
    const checked = knownOpeningRule(rule, city ?? ANYWHERE, language);
    // It was accepted before there was such a rule.
    if (!checked.ok && LATER_RULES.has(checked.reason) && rule === stored) return accept(rule);
    return checked.ok ? accept(checked.value) : checked;
  })(value, context);

const postcode = onValue((text) => {
  const known = normalPostcode(text);
  return known === undefined ? refuse('postcode-malformed', { postcode: text }) : accept(known);
});

const slug = onText((text) => (isSlug(text) ? accept(text) : refuse('slug-malformed', { found: text })));

const timeZone = onText((text) => {
  try {
    return accept(new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone && text);
  } catch (error) {
    if (error instanceof RangeError) return refuse('time-zone-unknown', { found: text });
    throw error;
  }
});

const federalState = onText((text) =>
  isFederalState(text) ? accept(text) : refuse('federal-state-unknown', { found: text }),
);

const listOf =
  (rule: (item: unknown, context: RuleContext) => Checked<unknown>): ValueRule =>
  (value, context) => {
    const list = parsedList(value);
    if (!list) return refuse('list-malformed');
    const checked = list.map((item) => rule(item, context));
    return checked.find((item) => !item.ok) ?? accept(checked.map((item) => item.ok && item.value));
  };

// The admin panel sends JSON fields as text.
const parsedList = (value: unknown): unknown[] | undefined => {
  if (Array.isArray(value)) return value as unknown[];
  if (typeof value !== 'string') return undefined;
  try {
    const parsed: unknown = JSON.parse(value);
    return Array.isArray(parsed) ? parsed : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

const textList = listOf((item) => checkPlainText(item, SHORT_TEXT));
const languageTags = listOf(checkLanguageTag);
const postcodes = listOf(postcode);
const servedPostcodes: ValueRule = (value) => checkServedPostcodes(parsedList(value) ?? value);
const phone = onValue(checkPhone);
const currency = onText(checkCurrency);
const webAddress: ValueRule = (value, context, stored) => {
  const checked = onValue(checkWebAddress)(value, context);
  // It was accepted before a host needed a top-level domain.
  return !checked.ok && checked.reason === 'url-malformed' && value === stored ? accept(value) : checked;
};

/** The rule for each attribute of each component or content type. */
export const VALUE_RULES: Readonly<Record<string, Readonly<Record<string, ValueRule>>>> = {
  'contact.contact': { phone, mobile: phone, fax: phone, website: webAddress },
  'contact.phone-line': { number: phone, languages: languageTags },
  'contact.social-link': { url: webAddress },
  'legal.operator': { phone },
  'legal.body': { phone, url: webAddress },
  'legal.privacy': { officerPhone: phone },
  'legal.accessibility': { plainLanguageUrl: webAddress, signLanguageUrl: webAddress },
  'place.address': { postcode },
  'place.geo-point': { latitude: checkLatitude, longitude: checkLongitude },
  'place.service-area': {
    postcodes: servedPostcodes,
    radiusKm: checkServiceRadius,
  },
  'place.bounding-box': {
    south: checkLatitude,
    north: checkLatitude,
    west: checkLongitude,
    east: checkLongitude,
  },
  'provenance.attribution': { licenceUrl: webAddress },
  'time.service-hours': { rule: openingRule },
  'campaign.reward': { minimumAmount: checkMinorUnits, quantity: checkQuantity },
  'api::offer.offer': { url: webAddress, price: checkMinorUnits, currency },
  'api::campaign.campaign': { goal: checkMinorUnits, currency },
  'api::advisory-contact.advisory-contact': { url: webAddress },
  'api::linked-portal.linked-portal': { url: webAddress },
  'api::category.category': { terms: textList, osmTags: textList },
  'api::city-profile.city-profile': { timeZone, federalState, postcodes },
};

// For attributes of these names in every type.
const NAME_RULES: Readonly<Record<string, ValueRule>> = { slug };

/** The rule for an attribute of a component or content type; `undefined` where its type says all. */
export const ruleOf = (uid: string, name: string): ValueRule | undefined =>
  VALUE_RULES[uid]?.[name] ?? NAME_RULES[name];

export const emailRule: ValueRule = onValue(checkEmailAddress);

/** The kinds of values that are neither components nor relations nor files. */
export const VALUE_KINDS = [
  'text',
  'long-text',
  'rich-text',
  'texts',
  'email',
  'phone',
  'url',
  'postcode',
  'hours-rule',
  'choice',
  'yes-no',
  'number',
  'money',
  'currency',
  'day',
  'moment',
  'json',
] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

/** What kind of value a rule admits, and within which limits: for forms. */
export interface ValueShape {
  readonly kind: ValueKind;
  /** In characters of the normal form. */
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  /** Of a list. */
  readonly maxItems?: number;
}

const SHORT = { maxLength: SHORT_TEXT.maximum };
const TEXTS: ValueShape = { kind: 'texts' };

/** What each rule admits. A rule says here what it checks, so that forms need not find out by being refused. */
export const RULE_SHAPES: ReadonlyMap<ValueRule, ValueShape> = new Map<ValueRule, ValueShape>([
  [phone, { kind: 'phone', ...SHORT }],
  [webAddress, { kind: 'url', maxLength: MAX_URL_LENGTH }],
  [emailRule, { kind: 'email', maxLength: MAX_EMAIL_LENGTH }],
  [postcode, { kind: 'postcode', ...SHORT }],
  [openingRule, { kind: 'hours-rule', maxLength: MAX_RULE_LENGTH }],
  [currency, { kind: 'currency', ...SHORT }],
  [slug, { kind: 'text', ...SHORT }],
  [timeZone, { kind: 'text', ...SHORT }],
  [federalState, { kind: 'text', ...SHORT }],
  [textList, TEXTS],
  [languageTags, TEXTS],
  [postcodes, TEXTS],
  [servedPostcodes, { kind: 'texts', maxItems: MAX_POSTCODES }],
  [checkMinorUnits, { kind: 'money', min: 0, max: MAX_MINOR_UNITS }],
  [checkQuantity, { kind: 'number', min: 0, max: MAX_MINOR_UNITS }],
  [checkLatitude, { kind: 'number', min: -MAX_LATITUDE, max: MAX_LATITUDE }],
  [checkLongitude, { kind: 'number', min: -MAX_LONGITUDE, max: MAX_LONGITUDE }],
  [checkServiceRadius, { kind: 'number', min: MIN_SERVICE_RADIUS_KM, max: MAX_SERVICE_RADIUS_KM }],
]);
