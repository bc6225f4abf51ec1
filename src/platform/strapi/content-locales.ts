import type { Core } from '@strapi/strapi';
import { lookUp } from '../../languages/look-up';
import { refusedParameter } from '../refusals/refusal';
import { VersionedCache } from '../version';
import { defaultLocale, localeCodes } from './locales';

/** The locales that content may be in, from the settings of the installation. */
export interface ContentLocales {
  /** Codes, as BCP 47 writes them; sorted. */
  readonly codes: readonly string[];
  /** The one in which everything exists. */
  readonly main: string;
}

// Kept by instance: tests boot several in one process.
const kept = new WeakMap<Core.Strapi, VersionedCache<ContentLocales>>();

async function read(strapi: Core.Strapi): Promise<ContentLocales> {
  const codes = (await localeCodes(strapi)).sort();
  return { codes, main: await defaultLocale(strapi) };
}

/** The locales of the installation: they and the setting that names the main one move the version. */
export function contentLocales(strapi: Core.Strapi): Promise<ContentLocales> {
  const locales = kept.get(strapi) ?? new VersionedCache<ContentLocales>(strapi, 1);
  kept.set(strapi, locales);
  return locales.of('', () => read(strapi));
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
