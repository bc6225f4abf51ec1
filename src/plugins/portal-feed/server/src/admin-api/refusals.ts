import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Language } from '../../../../../domain/language';
import { requestLanguage } from '../services/language';

const SENTENCES = {
  'no-portal': {
    de: 'Dieses Portal gibt es nicht. Vielleicht wurde es inzwischen entfernt.',
    en: 'There is no such portal. It may have been removed in the meantime.',
  },
  'no-delivery': {
    de: 'Diese Zustellung gibt es nicht (mehr). Zustellungen werden 30 Tage aufbewahrt.',
    en: 'There is no such delivery (any more). Deliveries are kept for 30 days.',
  },
  'no-url': {
    de: 'Dieses Portal hat keine Zieladresse: Es holt ab, zugestellt wird ihm nichts.',
    en: 'This portal has no target URL: it pulls, nothing is delivered to it.',
  },
} as const satisfies Record<string, Record<Language, string>>;

type RefusalCode = keyof typeof SENTENCES;

const sentenceOf = (strapi: Core.Strapi, code: RefusalCode): string =>
  SENTENCES[code][requestLanguage(strapi)];

/** What is asked for does not exist. */
export const notFound = (strapi: Core.Strapi, code: 'no-portal' | 'no-delivery'): Error =>
  new errors.NotFoundError(sentenceOf(strapi, code), { code });

/** There is nowhere to deliver to. */
export const withoutTarget = (strapi: Core.Strapi): Error =>
  new errors.ValidationError(sentenceOf(strapi, 'no-url'), { code: 'no-url' });
