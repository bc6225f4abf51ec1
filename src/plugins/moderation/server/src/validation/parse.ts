import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { requestLanguage } from '../services/request';

/**
 * Parses what came with a request.
 * @throws ValidationError (400) that names each field, in the language of the request
 */
export function parse<T>(strapi: Core.Strapi, schema: z.ZodType<T>, input: unknown): T {
  const { localeError } = z.locales[requestLanguage(strapi)]();
  const parsed = schema.safeParse(input ?? {}, { error: localeError });
  if (parsed.success) return parsed.data;
  const found = parsed.error.issues.map(({ path, message }) => ({
    path: path.map(String),
    message: `${path.join('.')}: ${message}`,
    name: 'ValidationError',
  }));
  throw new errors.ValidationError(found.map(({ message }) => message).join('\n'), { errors: found });
}
