import type { Core } from '@strapi/strapi';

/** A language of content, as it is in the settings. */
export interface StoredLocale {
  readonly id: number;
  readonly code: string;
  readonly name: string;
}

/** The service of the plugin i18n, as far as it is used here. */
export interface LocaleService {
  find(): Promise<StoredLocale[]>;
  findById(id: number | string): Promise<StoredLocale | null>;
  getDefaultLocale(): Promise<string>;
  create(locale: { code: string; name: string }): Promise<unknown>;
  update(where: { id: number }, locale: { name: string }): Promise<unknown>;
  delete(where: { id: number | string }): Promise<unknown>;
}

export const localeService = (strapi: Core.Strapi): LocaleService =>
  strapi.plugin('i18n').service<LocaleService>('locales');

/** The locale that everything exists in, and that a document without further words is in. */
export const defaultLocale = (strapi: Core.Strapi): Promise<string> =>
  localeService(strapi).getDefaultLocale();

/** The locales of the installation, as BCP 47 writes them. */
export const localeCodes = async (strapi: Core.Strapi): Promise<string[]> =>
  (await localeService(strapi).find()).map(({ code }) => code);
