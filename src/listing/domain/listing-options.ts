import { z } from 'zod';
import { LANGUAGES } from '../../languages/languages';

const attribute = z.string().regex(/^[A-Za-z]\w*$/);
/** An attribute, or an attribute of its component: `kind`, `topics.name`. */
const path = z.string().regex(/^[A-Za-z]\w*(\.[A-Za-z]\w*)?$/);

/**
 * A part of the platform that a type may join: by options, or by `true` if none are needed. `false` is the same as
 * leaving it out.
 */
const room = <Options extends z.ZodType>(options: Options) =>
  z.preprocess((given) => {
    if (given === false) return undefined;
    return given === true ? {} : given;
  }, options.optional());

const period = z.strictObject({
  /** From when it applies: a day or a moment. The public already sees it before. */
  from: attribute.optional(),
  /** Until when it applies: a day (inclusive) or a moment (exclusive). */
  through: attribute.optional(),
  /** Whether the public stops seeing it then. An ended campaign stays visible. */
  ends: z.boolean().default(true),
  /** The day or moment before which the public does not see it. */
  publicFrom: attribute.optional(),
});

const directory = z.strictObject({
  /** Attributes with prose (text or blocks): they rank lowest in the search and supply the excerpts. */
  texts: z.array(attribute).default([]),
  /** Paths to words that rank with its categories: `topics.name`. */
  keywords: z.array(path).default([]),
  /** Attributes that a hit in a list shows unchanged. */
  show: z.array(attribute).default([]),
  /** The attribute with its opening hours, a repeatable component time.service-hours; its services count as offered. */
  hours: attribute.optional(),
  /** An attribute that is a service itself, as an offer's `kind`. Its business counts as offering it too. */
  service: attribute.optional(),
  /** Whether map.geojson shows it. */
  map: z.boolean().default(false),
});

/** The first part of its documents' addresses, by language: /betriebe/:slug, /en/businesses/:slug. */
const page = z.record(
  z.enum(LANGUAGES),
  z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'is a word in lower case, as betriebe'),
);

const moderation = z.strictObject({
  /**
   * What a contributor's edit of a public document makes public without review: attributes, or fields of components
   * (`hours.service`). For a text, a regular expression that must match the whole value says which values need no
   * review: `{ "path": "hours.rule", "matches": "[A-Za-z0-9 :,;-]*" }`.
   */
  autoApprove: z.array(z.union([path, z.strictObject({ path, matches: z.string().min(1) })])).default([]),
});

const feed = z.strictObject({
  /** The schema.org type, for content types without their own mapping; default `Thing`. */
  schemaType: z
    .string()
    .regex(/^[A-Z][A-Za-z]+$/)
    .optional(),
  /** The schema.org property that holds its business, also without a mapping: `hiringOrganization`. */
  business: z
    .string()
    .regex(/^[a-z][A-Za-z]+$/)
    .optional(),
});

const selfService = z.strictObject({
  /** Attributes that a contributor may write. */
  writable: z.array(attribute).min(1),
});

/** `pluginOptions.listing` of a content type (docs/extending.md). A type does only what its options say. */
export const listingOptions = z.strictObject({
  /** Whether anyone may read its published documents over REST and GraphQL. */
  public: z.boolean().default(false),
  /** The attribute that names a document in the review queue; it ranks highest in the search. */
  name: attribute,
  /**
   * `self` for the business type, otherwise the name of the relation to it: a document is public only if its business
   * is.
   */
  business: attribute.optional(),
  period: period.optional(),
  directory: room(directory),
  page: page.optional(),
  feed: room(feed),
  moderation: room(moderation),
  selfService: room(selfService),
});

export type ListingOptions = z.infer<typeof listingOptions>;
export type PeriodOptions = z.infer<typeof period>;
export type DirectoryOptions = z.infer<typeof directory>;
export type FeedOptions = z.infer<typeof feed>;
