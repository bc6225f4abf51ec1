import { errors } from '@strapi/utils';
import { z } from 'zod';
import type { Language } from '../../../../../domain/language';

/** What people call a field. */
export type Labels = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** A message of our own: `{ de, en }` in the `params` of a zod issue. */
export const sentence = (de: string, en: string) => ({ params: { de, en } });

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly params?: Record<string, unknown>;
}

const messageOf = ({ message, params }: Issue, language: Language): string => {
  const own = params?.[language];
  return typeof own === 'string' ? own : message;
};

const fieldOf = (path: readonly PropertyKey[], labels: Labels, language: Language): string =>
  path
    .map((part) =>
      typeof part === 'number' ? String(part + 1) : (labels[String(part)]?.[language] ?? String(part)),
    )
    .join(' › ');

/**
 * Parses input at the edge.
 * @throws ValidationError (400) that names each field, in this language
 */
export function parse<T>(schema: z.ZodType<T>, input: unknown, language: Language, labels: Labels): T {
  const { localeError } = z.locales[language]();
  const parsed = schema.safeParse(input ?? {}, { error: localeError });
  if (parsed.success) return parsed.data;
  const found = (parsed.error.issues as Issue[]).map((issue) => ({
    path: issue.path.map(String),
    message: [fieldOf(issue.path, labels, language), messageOf(issue, language)].filter(Boolean).join(': '),
    name: 'ValidationError',
  }));
  throw new errors.ValidationError(found.map(({ message }) => message).join('\n'), { errors: found });
}
