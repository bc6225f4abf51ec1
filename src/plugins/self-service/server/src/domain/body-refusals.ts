import type { z } from 'zod';
import type { Refusal } from './refusal';

type Issue = z.core.$ZodIssue;

const list = (values: readonly unknown[]): string => values.map(String).join(', ');

// zod's own kinds of string formats and types, in words that need no translation.
const FORMATS: Readonly<Record<string, string>> = {
  date: 'YYYY-MM-DD',
  datetime: 'ISO 8601, 2026-05-01T10:00:00Z',
  regex: 'documentId',
};

function expectedBy(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return list(issue.values);
    case 'too_big':
      return `≤ ${issue.maximum}`;
    case 'too_small':
      return `≥ ${issue.minimum}`;
    case 'invalid_format':
      return FORMATS[issue.format] ?? issue.format;
    case 'invalid_union':
      return 'documentId';
    default:
      return issue.code;
  }
}

/**
 * What is wrong with a body, field by field.
 * @param attributes of the content type: an attribute that exists but is not writable is the server's
 */
export function bodyRefusals(error: z.ZodError, attributes: ReadonlySet<string>): Refusal[] {
  return error.issues.flatMap((issue): Refusal[] => {
    const path = issue.path.map(String);
    if (issue.code !== 'unrecognized_keys')
      return [{ reason: 'field-shape', path, details: { expected: expectedBy(issue) } }];
    return issue.keys.map((key) => ({
      reason: path.length > 0 || attributes.has(key) ? 'field-not-writable' : 'field-unknown',
      path: [...path, key],
    }));
  });
}
