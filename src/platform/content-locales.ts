import type { Core } from '@strapi/strapi';
import { lookUp } from '../domain/look-up';
import { refusedParameter } from './refusals/refusal';
import { defaultLocale, localeCodes } from './strapi/locales';

/** The locales that content may be in, from the settings of the installation. */
export interface ContentLocales {
  /** Codes, as BCP 47 writes them; sorted. */
  readonly codes: readonly string[];
  /** The one in which everything exists. */
  readonly main: string;
}

// Another instance may have changed them, so cached ones are at most this old.
const KEPT_MS = 10_000;

const LOCALE = 'plugin::i18n.locale';
// The default locale is a setting.
const SETTINGS = 'strapi::core-store';

interface Kept {
  locales: { known: Promise<ContentLocales>; until: number } | undefined;
}

const kept = new WeakMap<Core.Strapi, Kept>();

const keptIn = (strapi: Core.Strapi): Kept => {
  const found = kept.get(strapi) ?? { locales: undefined };
  kept.set(strapi, found);
  return found;
};

async function read(strapi: Core.Strapi): Promise<ContentLocales> {
  const codes = (await localeCodes(strapi)).sort();
  return { codes, main: await defaultLocale(strapi) };
}

/** The locales of the installation; cached for ten seconds, or until one of them is written. */
export function contentLocales(strapi: Core.Strapi): Promise<ContentLocales> {
  const own = keptIn(strapi);
  if (!own.locales || own.locales.until < Date.now()) {
    const known = read(strapi).catch((error: unknown) => {
      own.locales = undefined;
      throw error;
    });
    own.locales = { known, until: Date.now() + KEPT_MS };
  }
  return own.locales.known;
}

/** Clears the cache whenever a language is added, changed or removed. Call in `bootstrap`. */
export function forgetLocalesOnChange(strapi: Core.Strapi): void {
  const forget = (): void => {
    keptIn(strapi).locales = undefined;
  };
  strapi.db.lifecycles.subscribe({
    models: [LOCALE, SETTINGS],
    afterCreate: forget,
    afterUpdate: forget,
    afterDelete: forget,
    afterDeleteMany: forget,
  });
}

/**
 * The locale that a request means: `en-GB` becomes `en` unless it exists itself (RFC 4647, 3.4), nothing becomes the
 * default.
 * @throws Refusal `locale-unknown` with the existing locales
 */
export function localeAsked(asked: unknown, { codes, main }: ContentLocales): string {
  if (asked === undefined || asked === null || asked === '') return main;
  const found = typeof asked === 'string' ? lookUp(asked, codes) : undefined;
  if (found === undefined)
    throw refusedParameter('locale-unknown', 'locale', {
      found: typeof asked === 'string' ? asked : JSON.stringify(asked),
      known: codes.join(', '),
    });
  return found;
}
