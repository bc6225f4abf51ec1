import type { Core } from '@strapi/strapi';

/** The languages a new installation starts with; the first is the default. More can be added in the settings. */
const INITIAL_LOCALES = [
  { code: 'de', name: 'Deutsch (de)' },
  { code: 'en', name: 'English (en)' },
] as const;

interface LocaleService {
  find(): Promise<{ code: string }[]>;
  create(locale: { code: string; name: string }): Promise<unknown>;
}

/** Creates the locales that are missing. Removing one later is the city's decision, so it runs on first boot only. */
export async function ensureLocales(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'core', name: 'stadtverbund' });
  if (await store.get({ key: 'locales-created' })) return;
  const locales = strapi.plugin('i18n').service('locales') as unknown as LocaleService;
  const present = new Set((await locales.find()).map(({ code }) => code));
  for (const locale of INITIAL_LOCALES) {
    if (!present.has(locale.code)) await locales.create({ ...locale });
  }
  await store.set({ key: 'locales-created', value: true });
}
