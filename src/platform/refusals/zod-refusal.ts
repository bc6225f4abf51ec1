import type { z } from 'zod';
import type { Language } from '../../languages/language';
import { CATALOGUES } from '../../languages';
import type { Code } from '../../languages/catalogue';
import type { Details } from '../../languages/fill';
import { assertNothing, type Ground } from './refusal';

type Issue = z.core.$ZodIssue;
type Path = readonly (string | number)[];

/** How the grounds for one input are worded. */
export interface Reading {
  /** Server-owned attributes of a content type: the field exists but must not be written. */
  readonly attributes?: ReadonlySet<string>;
  /** What sentences call a field; default: the label of its path. */
  readonly field?: (path: Path, language: Language) => string;
}

/** Parameters are called by their names as written. */
export const AS_PARAMETERS: Reading = { field: (path) => path.join('.') };

/** An issue with a code from the catalogue: `context.addIssue({ code: 'custom', ...coded('box-east-west') })`. */
export const coded = (code: Code, details: Details = {}) => ({ message: code, params: { details } });

const list = (values: readonly unknown[]): string => values.map(String).join(', ');

// zod's string formats and types, in words that need no translation.
const FORMATS: Readonly<Record<string, string>> = {
  date: 'YYYY-MM-DD',
  datetime: 'ISO 8601, 2026-05-01T10:00:00Z',
  email: 'name@example.org',
  regex: 'documentId',
};

function expectedBy(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return list(issue.values);
    case 'too_big':
      return `${issue.inclusive === false ? '<' : '≤'} ${issue.maximum}`;
    case 'too_small':
      return `${issue.inclusive === false ? '>' : '≥'} ${issue.minimum}`;
    case 'invalid_format':
      return FORMATS[issue.format] ?? issue.format;
    case 'invalid_union':
      return 'documentId';
    default:
      return issue.code;
  }
}

// What a bound counts, by what zod says that it is a bound of.
const UNITS: Readonly<Record<string, string>> = {
  string: 'characters',
  array: 'entries',
  set: 'entries',
  number: 'amount',
  int: 'amount',
};

/** What is too short or too long, or too small or too large, with its bound; `undefined` for everything else. */
function beyondBound(issue: Issue): Omit<Ground, 'path' | 'field'> | undefined {
  if (issue.code !== 'too_big' && issue.code !== 'too_small') return undefined;
  const unit = UNITS[issue.origin];
  // "More than 0" is no bound that one may reach.
  if (unit === undefined || issue.inclusive === false) return undefined;
  return issue.code === 'too_big'
    ? { code: 'value-too-long', details: { maximum: Number(issue.maximum), unit } }
    : { code: 'value-too-short', details: { minimum: Number(issue.minimum), unit } };
}

const isCode = (message: string): message is Code => Object.hasOwn(CATALOGUES.de.refusals, message);

// zod uses numbers for list items; map keys that look like numbers do not occur.
const pathOf = (path: readonly PropertyKey[]): (string | number)[] =>
  path.map((part) => (typeof part === 'number' ? part : String(part)));

function groundsOf(issue: Issue, { attributes, field }: Reading): Ground[] {
  const path = pathOf(issue.path);
  const at = (ground: Omit<Ground, 'path' | 'field'>, where: Path = path): Ground => ({
    ...ground,
    path: where,
    ...(field ? { field: (language: Language) => field(where, language) } : {}),
  });
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => {
      const isServers = attributes !== undefined && (path.length > 0 || attributes.has(key));
      return at({ code: isServers ? 'field-not-writable' : 'field-unknown' }, [...path, key]);
    });
  if (isCode(issue.message)) {
    const { params } = issue as { params?: { details?: Details } };
    return [at({ code: issue.message, details: params?.details ?? {} })];
  }
  return [at(beyondBound(issue) ?? { code: 'field-shape', details: { expected: expectedBy(issue) } })];
}

/** The grounds for refusing an input, field by field. */
export const groundsIn = (error: z.ZodError, reading: Reading = {}): Ground[] =>
  error.issues.flatMap((issue) => groundsOf(issue, reading));

/**
 * Parses a body or a query by its schema.
 * @throws Refusal naming every wrong or unexpected field
 */
export function parse<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  reading: Reading = {},
): z.infer<Schema> {
  const parsed = schema.safeParse(input ?? {});
  if (parsed.success) return parsed.data;
  assertNothing(groundsIn(parsed.error, reading));
  throw parsed.error;
}
