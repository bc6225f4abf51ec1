import { z } from 'zod';
import type { Code } from '#src/languages/catalogue';
import type { FilterWords, PortalDraft } from '../contract';
import type { Known as Filterable } from '../filters/filter';
import { filterSchema } from '../filters/portal-filter';
import type { FieldPath } from '#src/domain/field-labels';
import { parseUrl } from '#src/domain/parse-url';
import type { Language } from '#src/languages/language';
import { CATALOGUES } from '#src/languages/index';
import { emailField } from '#src/platform/refusals/email-field';
import { coded } from '#src/platform/refusals/zod-refusal';

/** The label of a portal's field: `Filter › Postleitzahlen › 1`. */
export function portalField(path: FieldPath, language: Language): string {
  const { portalLabels, portalFilters } = CATALOGUES[language];
  const labels: Readonly<Record<string, string>> = portalLabels;
  const filters: Readonly<Record<string, FilterWords>> = portalFilters;
  return path
    .map((part) => (typeof part === 'number' ? part + 1 : (labels[part] ?? filters[part]?.label ?? part)))
    .join(' › ');
}

/** What there is to filter by, and whether targets may do without TLS. */
export interface Known extends Filterable {
  readonly allowsHttp: boolean;
}

const problemOfUrl = (value: string, allowsHttp: boolean): Code | undefined => {
  const url = parseUrl(value);
  if (!url) return 'target-url-malformed';
  const { protocol, username, password } = url;
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
  contactEmail: emailField,
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
