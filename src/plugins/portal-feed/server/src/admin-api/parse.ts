import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { z } from 'zod';
import { isRefusalCode, languageOf, sentence } from './refusals';

/**
 * Parses what came with a request.
 * @throws ValidationError (400) with a sentence for each field, in the language of the request
 */
export function parse<Schema extends z.ZodType>(
  ctx: Context,
  schema: Schema,
  input: unknown,
): z.infer<Schema> {
  const language = languageOf(ctx);
  const { localeError } = z.locales[language]();
  const parsed = schema.safeParse(input ?? {}, { error: localeError });
  if (parsed.success) return parsed.data;
  const found = parsed.error.issues.map(({ path, message }) => ({
    path: path.map(String),
    message: isRefusalCode(message) ? sentence(message, language) : `${path.join('.')}: ${message}`,
    name: 'ValidationError',
  }));
  throw new errors.ValidationError(found.map(({ message }) => message).join('\n'), { errors: found });
}
