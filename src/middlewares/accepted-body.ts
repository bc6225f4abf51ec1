import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import type { Language } from '../domain/language';
import { bodyRefusal, type BodyRefusal } from '../platform/http/domain/body-refusal';
import { isFormRoute } from '../platform/http/form-routes';
import { routeOf } from '../platform/http/exact-routes';
import { requestLanguage } from '../platform/http/request-language';

const MESSAGES: Readonly<Record<BodyRefusal, Record<Language, string>>> = {
  'content-type': {
    de: 'Diese Art von Inhalt wird hier nicht angenommen. Bitte senden Sie JSON in UTF-8 (Content-Type: application/json).',
    en: 'This type of content is not taken here. Please send JSON in UTF-8 (Content-Type: application/json).',
  },
  'content-encoding': {
    de: 'Komprimierte Anfragen werden nicht angenommen. Bitte senden Sie den Inhalt ohne Content-Encoding.',
    en: 'Compressed requests are not taken. Please send the body without Content-Encoding.',
  },
};

/** Refuses (415, RFC 9110, 15.5.16) a body that nobody wants here before a byte of it is read. */
export default (_settings: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    const reason = bodyRefusal(ctx.headers, isFormRoute(routeOf(strapi, ctx)));
    if (reason === undefined) {
      await next();
      return;
    }
    const message = MESSAGES[reason][requestLanguage(ctx)];
    // Not thrown: Strapi has no error for it, and writes others to the log, with their stack, for whoever asks.
    ctx.status = 415;
    ctx.body = {
      data: null,
      error: { status: 415, name: 'UnsupportedMediaTypeError', message, details: { reason } },
    };
  };
