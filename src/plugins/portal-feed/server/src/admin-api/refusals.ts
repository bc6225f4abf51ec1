import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { resolveLanguage, type Language } from '../../../../../domain/language';

/** What the admin routes refuse, and in which words; `{field}` is the path in the body. */
export const SENTENCES = {
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
  'name-required': {
    de: 'Bitte geben Sie dem Portal einen Namen.',
    en: 'Please give the portal a name.',
  },
  'email-malformed': {
    de: 'Bitte geben Sie eine E-Mail-Adresse in der Form name@beispiel.de ein.',
    en: 'Please enter an e-mail address in the form name@example.org.',
  },
  'url-malformed': {
    de: 'Bitte geben Sie die Webadresse vollständig an, zum Beispiel https://www.beispiel.de/empfang.',
    en: 'Please enter the web address in full, for example https://www.example.org/receive.',
  },
  'url-insecure': {
    de: 'Zugestellt wird nur über HTTPS. Bitte geben Sie eine Adresse an, die mit https:// beginnt.',
    en: 'Deliveries go over HTTPS only. Please enter an address that starts with https://.',
  },
  'url-credentials': {
    de: 'Die Adresse enthält einen Benutzernamen oder ein Passwort. Bitte entfernen Sie den Teil vor dem „@“; die Zustellung ist signiert.',
    en: 'The address contains a user name or a password. Please remove the part before the “@”; deliveries are signed.',
  },
  'type-unknown': {
    de: 'Diese Art von Einträgen verlässt die Stadt nicht. Zur Wahl stehen: {choices}.',
    en: 'Entries of this type do not leave the city. The choices are: {choices}.',
  },
  'postcode-malformed': {
    de: 'Eine Postleitzahl hat genau fünf Ziffern.',
    en: 'A postcode has exactly five digits.',
  },
  'slug-malformed': {
    de: 'Hier wird das Kürzel (Slug) einer Branche oder eines Stadtteils erwartet.',
    en: 'The slug of a category or district is expected here.',
  },
  'locale-malformed': {
    de: 'Hier wird ein Sprachcode wie de oder en erwartet.',
    en: 'A language code such as de or en is expected here.',
  },
  'box-reversed': {
    de: 'Norden muss größer sein als Süden, Osten größer als Westen.',
    en: 'North has to be greater than south, east greater than west.',
  },
  'range-reversed': {
    de: 'Die letzte Nummer darf nicht kleiner sein als die erste.',
    en: 'The last number must not be smaller than the first.',
  },
} as const satisfies Record<string, Record<Language, string>>;

export type RefusalCode = keyof typeof SENTENCES;

export const isRefusalCode = (text: string): text is RefusalCode => text in SENTENCES;

/** The language of the panel that asks: its header, then what the admin user chose. */
export function languageOf(ctx: Context): Language {
  const user = (ctx.state as { user?: { preferedLanguage?: string | null } }).user;
  return resolveLanguage({
    locale: typeof ctx.query.locale === 'string' ? ctx.query.locale : null,
    acceptLanguage: ctx.get('Accept-Language'),
    preferred: user?.preferedLanguage ?? null,
  });
}

export const sentence = (code: RefusalCode, language: Language, choices = ''): string =>
  SENTENCES[code][language].replace('{choices}', choices);

/** What is asked for does not exist. */
export const notFound = (ctx: Context, code: 'no-portal' | 'no-delivery'): Error =>
  new errors.NotFoundError(sentence(code, languageOf(ctx)), { code });

/** A field that cannot be taken, in the form of Strapi's validation errors. */
export function invalid(ctx: Context, path: readonly string[], code: RefusalCode, choices?: string): Error {
  const message = sentence(code, languageOf(ctx), choices);
  return new errors.ValidationError(message, {
    code,
    errors: [{ path: [...path], message, name: 'ValidationError' }],
  });
}
