import { dayIn } from './period';

/**
 * What of a document the rule looks at. `business` is populated for offers and campaigns,
 * with the published version of the business or `null`.
 */
export interface PublicFacts {
  publishedAt?: string | Date | null;
  /** The publication fact of moderation; absent where a type has none. */
  publication?: 'none' | 'public' | 'suspended' | 'archived' | null;
  /** Inclusive last day, `YYYY-MM-DD`. */
  validThrough?: string | null;
  /** First day of a press notice, `YYYY-MM-DD`; other types name the attribute of theirs (`publicFrom`). */
  publishedOn?: string | null;
  business?: PublicFacts | null;
}

interface PublicTraits {
  /** The type is published by draft & publish; the others are public as they are. */
  drafts: boolean;
  /** The attribute with the first day: before it begins in the city, the public sees nothing. */
  from?: string;
  /** The type ends with its `validThrough` day. */
  ends: boolean;
  /** The type is public only while its business is. */
  ofBusiness: boolean;
}

const BUSINESS = 'api::business.business';

// What is not named here is never public.
const TRAITS: Readonly<Record<string, PublicTraits>> = {
  [BUSINESS]: { drafts: true, ends: false, ofBusiness: false },
  'api::offer.offer': { drafts: true, ends: true, ofBusiness: true },
  // An ended campaign stays public: its state says that it has ended.
  'api::campaign.campaign': { drafts: true, ends: false, ofBusiness: true },
  'api::advisory-contact.advisory-contact': { drafts: true, ends: true, ofBusiness: false },
  'api::organisation.organisation': { drafts: true, ends: false, ofBusiness: false },
  'api::press-notice.press-notice': { drafts: true, from: 'publishedOn', ends: false, ofBusiness: false },
  'api::category.category': { drafts: false, ends: false, ofBusiness: false },
  'api::district.district': { drafts: false, ends: false, ofBusiness: false },
  'api::city-profile.city-profile': { drafts: false, ends: false, ofBusiness: false },
};

// All German cities keep the same time.
export const DEFAULT_TIME_ZONE = 'Europe/Berlin';

/** A content type's schema, as far as it says what the public sees of it. */
export interface PublicType {
  readonly uid: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly options?: { readonly draftAndPublish?: boolean };
  /** A type that opts in to feed or directory is public by this rule without being named in it. */
  readonly pluginOptions?: {
    readonly feed?: unknown;
    readonly directory?: unknown;
    /** The attribute (a date) with the first day on which the public sees a document of such a type. */
    readonly publicFrom?: unknown;
  };
}

const leadsToBusiness = (attribute: unknown): boolean =>
  typeof attribute === 'object' &&
  attribute !== null &&
  'target' in attribute &&
  attribute.target === BUSINESS;

const traitsOf = (type: string | PublicType): PublicTraits | undefined => {
  if (typeof type === 'string') return TRAITS[type];
  const { uid, attributes, options, pluginOptions } = type;
  const named = TRAITS[uid];
  if (named || !(pluginOptions?.feed || pluginOptions?.directory)) return named;
  return {
    drafts: options?.draftAndPublish === true,
    ...(typeof pluginOptions.publicFrom === 'string' ? { from: pluginOptions.publicFrom } : {}),
    ends: 'validThrough' in attributes,
    ofBusiness: leadsToBusiness(attributes.business),
  };
};

/** The relations that `isPublicAt` needs to see, in the form of a Strapi `populate`. */
export const publicFactsPopulate = (type: string | PublicType): Record<string, true> =>
  traitsOf(type)?.ofBusiness ? { business: true } : {};

/** Whether documents of the type end with their `validThrough` day. */
export const endsByDay = (type: string | PublicType): boolean => traitsOf(type)?.ends === true;

/** The attribute with the first day on which documents of the type are public, where it has one. */
export const firstDayOf = (type: string | PublicType): string | undefined => traitsOf(type)?.from;

/** Whether its first day has begun and its last one is not over. */
const isInPeriod = ({ from, ends }: PublicTraits, document: PublicFacts, today: string): boolean => {
  const first = from && (document as Readonly<Record<string, unknown>>)[from];
  if (typeof first === 'string' && first > today) return false;
  return !ends || document.validThrough == null || document.validThrough >= today;
};

/**
 * The one rule that says what the public sees: published, neither suspended nor archived, its business public
 * (offers and campaigns), its first day begun (press notices), and not past its validity. REST, GraphQL, feed and
 * directory all ask here.
 * @param type the content type or its uid; an unknown one that does not opt in by its schema is never public
 * @param timeZone of the city: days begin and end there
 */
export const isPublicAt = (
  type: string | PublicType,
  document: PublicFacts,
  now: Date,
  timeZone = DEFAULT_TIME_ZONE,
): boolean => {
  const traits = traitsOf(type);
  if (!traits) return false;
  if (traits.drafts && document.publishedAt == null) return false;
  if (document.publication != null && document.publication !== 'public') return false;
  if ((traits.from || traits.ends) && !isInPeriod(traits, document, dayIn(timeZone, now))) return false;
  if (!traits.ofBusiness) return true;
  return document.business != null && isPublicAt(BUSINESS, document.business, now, timeZone);
};

type Filter = Record<string, unknown>;

/**
 * `isPublicAt` as Strapi filters, to be joined with the caller's own by `$and`. Agrees with the predicate
 * (the tests compare them). `null` where the type is never public.
 */
export const publicFilters = (uid: string, now: Date, timeZone = DEFAULT_TIME_ZONE): Filter | null => {
  const traits = TRAITS[uid];
  if (!traits) return null;
  const today = dayIn(timeZone, now);
  const conditions: Filter[] = [];
  if (traits.drafts) conditions.push({ publishedAt: { $notNull: true } });
  if (traits.from)
    conditions.push({ $or: [{ [traits.from]: { $null: true } }, { [traits.from]: { $lte: today } }] });
  if (traits.ends)
    conditions.push({ $or: [{ validThrough: { $null: true } }, { validThrough: { $gte: today } }] });
  if (traits.ofBusiness) conditions.push({ business: { publishedAt: { $notNull: true } } });
  return { $and: conditions };
};

export type CampaignState = 'upcoming' | 'running' | 'ended';

const at = (moment: string | Date): number => new Date(moment).getTime();

/** Where a campaign stands; the end itself is past. Without a start it has begun, without an end it runs on. */
export const campaignState = (
  campaign: { startsAt?: string | Date | null; endsAt?: string | Date | null },
  now: Date,
): CampaignState => {
  if (campaign.endsAt != null && at(campaign.endsAt) <= now.getTime()) return 'ended';
  return campaign.startsAt != null && at(campaign.startsAt) > now.getTime() ? 'upcoming' : 'running';
};
