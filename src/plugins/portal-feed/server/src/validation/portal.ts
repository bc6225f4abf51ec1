import { z } from 'zod';
import type { PortalDraft, PortalFilter } from '../contract';
import { sentence, type Labels } from './parse';

/** What the fields of a portal are called. */
export const PORTAL_LABELS: Labels = {
  name: { de: 'Name', en: 'Name' },
  contactEmail: { de: 'E-Mail der Ansprechperson', en: 'Contact e-mail' },
  url: { de: 'Zieladresse', en: 'Target URL' },
  filter: { de: 'Filter', en: 'Filter' },
  types: { de: 'Arten', en: 'Types' },
  categories: { de: 'Kategorien', en: 'Categories' },
  districts: { de: 'Stadtteile', en: 'Districts' },
  postcodes: { de: 'Postleitzahlen', en: 'Postcodes' },
  boundingBox: { de: 'Kartenausschnitt', en: 'Bounding box' },
  south: { de: 'Süden', en: 'South' },
  west: { de: 'Westen', en: 'West' },
  north: { de: 'Norden', en: 'North' },
  east: { de: 'Osten', en: 'East' },
  locales: { de: 'Sprachen', en: 'Languages' },
};

// Enough for every district or postcode of a large city.
const MOST_VALUES = 200;

const list = (value: z.ZodType<string>) =>
  z
    .array(value)
    .max(MOST_VALUES)
    .transform((values) => [...new Set(values)])
    .default([]);

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

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
        ...sentence(
          'Der Norden muss größer sein als der Süden. Bitte tauschen Sie die Werte.',
          'North must be greater than south. Please exchange the values.',
        ),
      });
    if (box.west >= box.east)
      context.addIssue({
        code: 'custom',
        path: ['east'],
        ...sentence(
          'Der Osten muss größer sein als der Westen. Bitte tauschen Sie die Werte.',
          'East must be greater than west. Please exchange the values.',
        ),
      });
  });

/** What there is to filter by: the listing types and languages of this installation. */
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
      ...sentence(
        `„${value.slice(0, 80)}“ gibt es hier nicht. Möglich sind: ${values.join(', ')}.`,
        `There is no “${value.slice(0, 80)}” here. Possible are: ${values.join(', ')}.`,
      ),
    });
  });

const filterSchema = ({ types, locales }: Known) =>
  z.strictObject({
    types: list(oneOf(types)),
    categories: list(slug),
    districts: list(slug),
    postcodes: list(z.string().regex(/^\d{5}$/)),
    boundingBox: boundingBox.nullable().default(null),
    locales: list(oneOf(locales)),
  });

const NOT_A_URL = sentence(
  'Das ist keine Webadresse. Bitte geben Sie sie vollständig an, zum Beispiel https://portal.example.de/webhook.',
  'This is not a web address. Please enter it in full, for example https://portal.example.org/webhook.',
);
const NOT_HTTPS = sentence(
  'Bitte geben Sie eine Adresse mit https:// an.',
  'Please enter an address with https://.',
);
const WITH_PASSWORD = sentence(
  'Zugangsdaten gehören nicht in die Adresse. Lieferungen sind signiert.',
  'Credentials do not belong in the address. Deliveries are signed.',
);

const problemOfUrl = (value: string, allowsHttp: boolean): typeof NOT_A_URL | undefined => {
  if (!URL.canParse(value)) return NOT_A_URL;
  const { protocol, username, password } = new URL(value);
  if (protocol !== 'https:' && !(allowsHttp && protocol === 'http:')) return NOT_HTTPS;
  return username || password ? WITH_PASSWORD : undefined;
};

const targetUrl = ({ allowsHttp }: Known) =>
  z
    .string()
    .trim()
    .max(2_000)
    .superRefine((value, context) => {
      const problem = value === '' ? undefined : problemOfUrl(value, allowsHttp);
      if (problem) context.addIssue({ code: 'custom', ...problem });
    })
    .transform((value) => (value === '' ? null : new URL(value).href))
    .nullable();

// Names stand in subjects of mails, in metrics and in logs.
const ONE_LINE = /^[^\p{Cc}\p{Zl}\p{Zp}]*$/u;
const ONE_LINE_ONLY = sentence(
  'Der Name darf keine Zeilenumbrüche und Steuerzeichen enthalten. Bitte schreiben Sie ihn in eine Zeile.',
  'The name must not hold line breaks or control characters. Please write it in one line.',
);

const fields = (known: Known) => ({
  name: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .superRefine((value, context) => {
      if (!ONE_LINE.test(value)) context.addIssue({ code: 'custom', ...ONE_LINE_ONLY });
    }),
  contactEmail: z.email().max(254),
  url: targetUrl(known),
  filter: filterSchema(known),
});

/** What a new portal needs; everything but name and e-mail may be left out. */
export const portalDraft = (known: Known): z.ZodType<PortalDraft> => {
  const { name, contactEmail, url, filter } = fields(known);
  return z.strictObject({
    name,
    contactEmail,
    url: url.default(null),
    filter: filter.prefault({}),
  });
};

/** A change of some fields. */
export const portalChanges = (known: Known): z.ZodType<Partial<PortalDraft>> =>
  z.strictObject(fields(known)).partial();

/** Whether two filters ask for the same, whatever the order of their lists. */
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
