import type { Core } from '@strapi/strapi';
import { localeService } from '../platform/strapi/locales';

/** The languages of a new installation, the first being the default. More can be added in the settings. */
const INITIAL_LOCALES = [
  { code: 'de', name: 'Deutsch (de)' },
  { code: 'en', name: 'English (en)' },
] as const;

/**
 * Creates missing locales, and names the one created by Strapi like the others. Removing one later is the city's
 * decision, so this runs only on first boot.
 */
export async function ensureLocales(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'core', name: 'stadtverbund' });
  if (await store.get({ key: 'locales-created' })) return;
  const locales = localeService(strapi);
  const present = await locales.find();
  for (const locale of INITIAL_LOCALES) {
    const made = present.find(({ code }) => code === locale.code);
    await (made ? locales.update({ id: made.id }, { name: locale.name }) : locales.create({ ...locale }));
  }
  await store.set({ key: 'locales-created', value: true });
}
