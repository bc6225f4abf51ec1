import { z } from 'zod';
import type { Code } from '#src/languages/catalogue';
import type { PortalDraft, PortalFilter } from '../contract';
import type { FieldPath } from '#src/domain/field-labels';
import type { Language } from '#src/domain/language';
import { CATALOGUES } from '#src/languages/index';
import { coded } from '#src/platform/refusals/zod-refusal';

/** The label of a portal's field: `Filter › Postleitzahlen › 1`. */
export function portalField(path: FieldPath, language: Language): string {
  const labels: Readonly<Record<string, string>> = CATALOGUES[language].portalLabels;
  return path.map((part) => (typeof part === 'number' ? part + 1 : (labels[part] ?? part))).join(' › ');
}

// Enough for every district or postcode of a large city.
const MOST_VALUES = 200;

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const POSTCODE = /^\d{5}$/;

const list = (value: z.ZodType<string>) =>
  z
    .array(value)
    .max(MOST_VALUES)
    .transform((values) => [...new Set(values)])
    .default([]);

const slug = z.string().superRefine((value, context) => {
  if (!SLUG.test(value)) context.addIssue({ code: 'custom', ...coded('slug-malformed', { found: value }) });
});

const postcode = z.string().superRefine((value, context) => {
  if (!POSTCODE.test(value))
    context.addIssue({ code: 'custom', ...coded('postcode-malformed', { postcode: value }) });
});

const boundingBox = z
  .strictObject({
    south: z.number().min(-90).max(90),
    west: z.number().min(-180).max(180),
    north: z.number().min(-90).max(90),
    east: z.number().min(-180).max(180),
  })
  .superRefine((box, context) => {
    if (box.south >= box.north)
      context.addIssue({
        code: 'custom',
        path: ['north'],
        ...coded('box-north-south'),
      });
    if (box.west >= box.east)
      context.addIssue({
        code: 'custom',
        path: ['east'],
        ...coded('box-east-west'),
      });
  });

/** The listing types and languages of this installation, for filters. */
export interface Known {
  readonly types: readonly string[];
  readonly locales: readonly string[];
  readonly allowsHttp: boolean;
}

const oneOf = (values: readonly string[]) =>
  z.string().superRefine((value, context) => {
    if (values.includes(value)) return;
    context.addIssue({
      code: 'custom',
      ...coded('value-unknown', { found: value, known: values.join(', ') }),
    });
  });

const filterSchema = ({ types, locales }: Known) =>
  z.strictObject({
    types: list(oneOf(types)),
    categories: list(slug),
    districts: list(slug),
    postcodes: list(postcode),
    boundingBox: boundingBox.nullable().default(null),
    locales: list(oneOf(locales)),
  });

const problemOfUrl = (value: string, allowsHttp: boolean): Code | undefined => {
  if (!URL.canParse(value)) return 'target-url-malformed';
  const { protocol, username, password } = new URL(value);
  if (protocol !== 'https:' && !(allowsHttp && protocol === 'http:')) return 'target-url-scheme';
  return username || password ? 'target-url-credentials' : undefined;
};

const targetUrl = ({ allowsHttp }: Known) =>
  z
    .string()
    .trim()
    .max(2_000)
    .superRefine((value, context) => {
      const problem = value === '' ? undefined : problemOfUrl(value, allowsHttp);
      if (problem) context.addIssue({ code: 'custom', ...coded(problem) });
    })
    .transform((value) => (value === '' ? null : new URL(value).href))
    .nullable();

// Names are used in mail subjects, metrics and logs.
const ONE_LINE = /^[^\p{Cc}\p{Zl}\p{Zp}]*$/u;
const fields = (known: Known) => ({
  name: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .superRefine((value, context) => {
      if (!ONE_LINE.test(value)) context.addIssue({ code: 'custom', ...coded('name-lines') });
    }),
  contactEmail: z.email('email-shape').max(254),
  url: targetUrl(known),
  filter: filterSchema(known),
});

/** The settings of a new portal; everything but name and e-mail is optional. */
export const portalDraft = (known: Known): z.ZodType<PortalDraft> => {
  const { name, contactEmail, url, filter } = fields(known);
  return z.strictObject({
    name,
    contactEmail,
    url: url.default(null),
    filter: filter.prefault({}),
  });
};

/** A change to some fields. */
export const portalChanges = (known: Known): z.ZodType<Partial<PortalDraft>> =>
  z.strictObject(fields(known)).partial();

/** Whether two filters are equal, whatever the order of their lists. */
export const sameFilter = (one: PortalFilter, other: PortalFilter): boolean =>
  canonical(one) === canonical(other);

const canonical = ({
  types,
  categories,
  districts,
  postcodes,
  boundingBox: box,
  locales,
}: PortalFilter): string =>
  JSON.stringify([
    ...[types, categories, districts, postcodes, locales].map((values) => [...values].sort()),
    box && [box.south, box.west, box.north, box.east],
  ]);
