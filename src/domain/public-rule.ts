import { dayIn, endOfDay } from './period';

/** The part of a document that the rule looks at: `publishedAt`, and the attributes named by the rule of its type. */
export type PublicFacts = Readonly<Record<string, unknown>>;

/** An attribute that holds a day in the city's time zone (`YYYY-MM-DD`), or a moment. */
export interface Bound {
  readonly attribute: string;
  readonly kind: 'day' | 'moment';
}

/** When the public sees a document of a type. The register of listing types derives it from the schema. */
export interface PublicRule {
  /** Whether the type has draft & publish; documents of other types are public without being published. */
  readonly drafts: boolean;
  /** Before this day or moment the public sees nothing. */
  readonly from?: Bound | undefined;
  /** After this day, or from this moment on, the public sees nothing. */
  readonly through?: Bound | undefined;
  /** The relation to the business: a document is public only if its business is. */
  readonly business?: { readonly attribute: string; readonly rule: PublicRule } | undefined;
}

// All German cities are in this time zone.
export const DEFAULT_TIME_ZONE = 'Europe/Berlin';

/** The relations that `isPublicAt` needs to see, in the form of a Strapi `populate`. */
export const publicFactsPopulate = (rule: PublicRule | undefined): Record<string, true> =>
  rule?.business ? { [rule.business.attribute]: true } : {};

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '';

const momentOf = (value: unknown): number => new Date(value as string | Date).getTime();

/**
 * Whether a bound has been reached: its day has begun in the city, or its moment has come. Always true for a document
 * without one.
 */
const hasBegun = (
  { attribute, kind }: Bound,
  document: PublicFacts,
  now: Date,
  timeZone: string,
): boolean => {
  const value = document[attribute];
  if (isEmpty(value)) return true;
  return kind === 'day' ? (value as string) <= dayIn(timeZone, now) : momentOf(value) <= now.getTime();
};

/** Whether a bound is over: its day has ended in the city, or its moment has come. */
const isOver = ({ attribute, kind }: Bound, document: PublicFacts, now: Date, timeZone: string): boolean => {
  const value = document[attribute];
  if (isEmpty(value)) return false;
  return kind === 'day' ? (value as string) < dayIn(timeZone, now) : momentOf(value) <= now.getTime();
};

/**
 * The one rule that says what the public sees: a document that is published, whose business is public, whose first day
 * has begun and whose last day is not over. (Moderation unpublishes what it suspends or archives.) REST, GraphQL, feed
 * and directory all ask here.
 * @param rule of the document's type; a type without one is never public
 * @param timeZone of the city: days begin and end there
 */
export const isPublicAt = (
  rule: PublicRule | undefined,
  document: PublicFacts,
  now: Date,
  timeZone = DEFAULT_TIME_ZONE,
): boolean => {
  if (!rule) return false;
  if (rule.drafts && isEmpty(document.publishedAt)) return false;
  if (rule.from && !hasBegun(rule.from, document, now, timeZone)) return false;
  if (rule.through && isOver(rule.through, document, now, timeZone)) return false;
  if (!rule.business) return true;
  const business = document[rule.business.attribute];
  return !isEmpty(business) && isPublicAt(rule.business.rule, business as PublicFacts, now, timeZone);
};

const endOf = ({ attribute, kind }: Bound, document: PublicFacts, timeZone: string): number => {
  const value = document[attribute];
  if (isEmpty(value)) return Infinity;
  if (kind === 'moment') return momentOf(value);
  return endOfDay(timeZone, value as string)?.getTime() ?? Infinity;
};

/**
 * When the public stops seeing a document by time alone: it is over, or its business is. `null` when it is seen until
 * somebody changes it.
 * @param document that the public sees, its business in it
 */
export function publicUntil(rule: PublicRule, document: PublicFacts, timeZone: string): Date | null {
  const own = rule.through ? endOf(rule.through, document, timeZone) : Infinity;
  const business = rule.business && (document[rule.business.attribute] as PublicFacts | null | undefined);
  const ofBusiness = rule.business && business ? publicUntil(rule.business.rule, business, timeZone) : null;
  const end = Math.min(own, ofBusiness?.getTime() ?? Infinity);
  return end === Infinity ? null : new Date(end);
}

export type Filter = Readonly<Record<string, unknown>>;

const orEmpty = (attribute: string, condition: Filter): Filter => ({
  $or: [{ [attribute]: { $null: true } }, { [attribute]: condition }],
});

const conditionsOf = (rule: PublicRule, now: Date, timeZone: string): Filter[] => {
  const { drafts, from, through, business } = rule;
  const [today, moment] = [dayIn(timeZone, now), now.toISOString()];
  return [
    ...(drafts ? [{ publishedAt: { $notNull: true } }] : []),
    ...(from ? [orEmpty(from.attribute, { $lte: from.kind === 'day' ? today : moment })] : []),
    ...(through
      ? [orEmpty(through.attribute, through.kind === 'day' ? { $gte: today } : { $gt: moment })]
      : []),
    ...(business ? [{ [business.attribute]: together(ofBusiness(business.rule, now, timeZone)) }] : []),
  ];
};

// Strapi joins from the left: where there is no business, its attributes are null, which an absent bound allows.
const ofBusiness = (rule: PublicRule, now: Date, timeZone: string): Filter[] => [
  ...(rule.drafts ? [] : [{ id: { $notNull: true } }]),
  ...conditionsOf(rule, now, timeZone),
];

const together = (conditions: readonly Filter[]): Filter =>
  conditions.length === 1 ? (conditions[0] as Filter) : { $and: conditions };

/**
 * `isPublicAt` as Strapi filters, to be combined with the caller's own by `$and`. Agrees with the predicate (the tests
 * compare them). `null` if the type is never public.
 */
export const publicFilters = (
  rule: PublicRule | undefined,
  now: Date,
  timeZone = DEFAULT_TIME_ZONE,
): Filter | null => (rule ? { $and: conditionsOf(rule, now, timeZone) } : null);
