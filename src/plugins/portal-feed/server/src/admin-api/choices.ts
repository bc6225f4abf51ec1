import type { Core } from '@strapi/strapi';
import type { Language } from '#src/languages/language';
import { CATALOGUES } from '#src/languages/index';
import { listingTypes } from '#src/listing/listing-types';
import { localeCodes } from '#src/platform/strapi/locales';
import { contentTypeNamed } from '#src/platform/strapi/models';
import type { Choices, FilterOption } from '../contract';
import { FILTERS } from '../filters';
import type { City, Choices as Offered } from '../filters/filter';

interface Named {
  readonly slug?: string | null;
  readonly name?: string | null;
  readonly locale: string | null;
}

/** What a filter can be made of here, for the form of the panel. */
export const readChoices = (strapi: Core.Strapi, language: Language): Promise<Choices> => {
  const offered = offeredBy(strapi, language);
  const words = CATALOGUES[language].portalFilters;
  return Promise.all(
    FILTERS.map(async (filter) => ({
      key: filter.key,
      ...words[filter.key],
      ...(await filter.field(offered)),
    })),
  );
};

/**
 * Which types hold categories, districts and the city is the app's to say (`config` of the plugin), so that the plugin
 * names none of them.
 */
function offeredBy(strapi: Core.Strapi, language: Language): Offered {
  const typeOf = (key: string) => strapi.plugin('portal-feed').config<string | null>(key);
  return {
    types: () =>
      [...listingTypes(strapi).feed.values()].map(({ uid, type }) => ({
        value: type,
        message: contentTypeNamed(strapi, uid)?.info.displayName ?? type,
      })),
    locales: async () => {
      const names = new Intl.DisplayNames(language, { type: 'language' });
      return (await localeCodes(strapi)).map((code) => ({
        value: code,
        label: names.of(code) ?? code,
      }));
    },
    named: (type) => readNamed(strapi, typeOf(type), language),
    city: () => readCity(strapi, typeOf('cityType')),
  };
}

async function readNamed(
  strapi: Core.Strapi,
  uid: string | null,
  language: Language,
): Promise<FilterOption[]> {
  if (!uid) return [];
  const rows = (await strapi.db.query(uid).findMany({ select: ['slug', 'name', 'locale'] })) as Named[];
  // A name in the panel's language, or else in any: some are not translated.
  const bySlug = new Map<string, Named>();
  for (const row of rows)
    if (row.slug && (row.locale === language || !bySlug.has(row.slug))) bySlug.set(row.slug, row);
  return [...bySlug]
    .map(([value, { name }]) => ({ value, label: name ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
}

async function readCity(strapi: Core.Strapi, uid: string | null): Promise<City> {
  const city = uid
    ? ((await strapi.db.query(uid).findOne({ populate: ['boundingBox'] })) as Partial<City> | null)
    : null;
  return { postcodes: city?.postcodes ?? [], boundingBox: city?.boundingBox ?? null };
}
