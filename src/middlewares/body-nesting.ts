import { errors } from '@strapi/utils';
import type { Context, Next } from 'koa';
import type { Language } from '../domain/language';
import { isNestedWithin, MAX_NESTING } from '../domain/nesting';
import { requestLanguage } from '../platform/http/request-language';

const MESSAGE: Readonly<Record<Language, string>> = {
  de: `Der Inhalt der Anfrage ist zu tief verschachtelt. Erlaubt sind ${MAX_NESTING} Ebenen.`,
  en: `The body of the request is nested too deeply. ${MAX_NESTING} levels are allowed.`,
};

/**
 * Refuses bodies that are nested deeper than any content: what checks, compares or quotes them (yup, lodash,
 * JSON.stringify) calls itself for each level, until the stack is full.
 */
export default () =>
  async (ctx: Context, next: Next): Promise<void> => {
    const { body } = ctx.request as { body?: unknown };
    if (!isNestedWithin(body, MAX_NESTING))
      throw new errors.ValidationError(MESSAGE[requestLanguage(ctx)], { reason: 'body-nesting' });
    await next();
  };
