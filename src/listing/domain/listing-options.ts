import { z } from 'zod';

const attribute = z.string().regex(/^[A-Za-z]\w*$/);
/** An attribute, or one of its component: `kind`, `topics.name`. */
const path = z.string().regex(/^[A-Za-z]\w*(\.[A-Za-z]\w*)?$/);

/** A room that a type may join: by its options, or by `true` where it needs none. `false` is the same as nothing. */
const room = <Options extends z.ZodType>(options: Options) =>
  z.preprocess((given) => {
    if (given === false) return undefined;
    return given === true ? {} : given;
  }, options.optional());

const period = z.strictObject({
  /** From when it applies: a day or a moment. The public sees it before. */
  from: attribute.optional(),
  /** Until when it applies: a day, which counts, or a moment, which does not. */
  through: attribute.optional(),
  /** Whether the public stops seeing it then. An ended campaign stays. */
  ends: z.boolean().default(true),
  /** The day or moment before which the public sees nothing. */
  publicFrom: attribute.optional(),
});

const directory = z.strictObject({
  /** Attributes with prose (text or blocks): searched last, and where excerpts come from. */
  texts: z.array(attribute).default([]),
  /** Paths to words that rank with its categories: `topics.name`. */
  keywords: z.array(path).default([]),
  /** Attributes that a hit in a list shows as they are. */
  show: z.array(attribute).default([]),
  /** The repeatable component time.service-hours with its opening hours; its services count as offered. */
  hours: attribute.optional(),
  /** An attribute that is a service itself, as an offer's `kind`. Its business counts as offering it too. */
  service: attribute.optional(),
  /** Whether map.geojson shows it. */
  map: z.boolean().default(false),
});

const moderation = z.strictObject({
  /**
   * What a contributor's edit of a public document makes public at once: attributes, or fields of components
   * (`hours.service`). Of a text the values that need no review have to be named by a regular expression that matches
   * them wholly: `{ "path": "hours.rule", "matches": "[A-Za-z0-9 :,;-]*" }`.
   */
  autoApprove: z.array(z.union([path, z.strictObject({ path, matches: z.string().min(1) })])).default([]),
});

const feed = z.strictObject({
  /** The schema.org type of what has no mapping of its own; default `Thing`. */
  schemaType: z
    .string()
    .regex(/^[A-Z][A-Za-z]+$/)
    .optional(),
  /** The schema.org property with its business, of the same: `hiringOrganization`. */
  business: z
    .string()
    .regex(/^[a-z][A-Za-z]+$/)
    .optional(),
});

const selfService = z.strictObject({
  /** Attributes that a contributor may write. */
  writable: z.array(attribute).min(1),
});

/** `pluginOptions.listing` of a content type (docs/extending.md). What it does not say, the type does not do. */
export const listingOptions = z.strictObject({
  /** Whether anyone may read what is published of it, over REST and GraphQL. */
  public: z.boolean().default(false),
  /** The attribute that names a document: in the review queue, and what search ranks highest. */
  name: attribute,
  /** `self` for the business, otherwise the relation to it, whatever its name: without a public business nothing is public. */
  business: attribute.optional(),
  period: period.optional(),
  directory: room(directory),
  feed: room(feed),
  moderation: room(moderation),
  selfService: room(selfService),
});

export type ListingOptions = z.infer<typeof listingOptions>;
export type PeriodOptions = z.infer<typeof period>;
export type DirectoryOptions = z.infer<typeof directory>;
export type FeedOptions = z.infer<typeof feed>;
