import type { Core } from '@strapi/strapi';
import type { Choice, Choices } from '../contract';
import type { Language } from '#src/domain/language';
import { listingTypes } from '#src/listing/listing-types';
import { localeCodes } from '#src/platform/strapi/locales';
import { contentTypeNamed } from '#src/platform/strapi/models';

interface Named {
  readonly documentId: string;
  readonly slug?: string | null;
  readonly name?: string | null;
  readonly parent?: { readonly slug?: string | null } | null;
}

interface City {
  readonly postcodes?: readonly string[] | null;
  readonly boundingBox?: Choices['boundingBox'];
}

/**
 * The possible values of filters in this city, for the pickers of the panel. The plugin's `config` says which types
 * hold categories, districts and the city, so that the plugin need not know them.
 */
export async function readChoices(strapi: Core.Strapi, language: Language): Promise<Choices> {
  const typeOf = (key: string) => strapi.plugin('portal-feed').config<string | null>(key);
  const [categories, districts, city, locales] = await Promise.all([
    readNamed(strapi, typeOf('categoryType'), language, ['parent']),
    readNamed(strapi, typeOf('districtType'), language),
    readCity(strapi, typeOf('cityType')),
    localeCodes(strapi),
  ]);
  return {
    types: fedTypes(strapi),
    categories,
    districts,
    postcodes: city?.postcodes ?? [],
    boundingBox: city?.boundingBox ?? null,
    locales,
  };
}

const fedTypes = (strapi: Core.Strapi): Choices['types'] =>
  [...listingTypes(strapi).feed.values()].map(({ uid, type }) => ({
    value: type,
    uid,
    displayName: contentTypeNamed(strapi, uid)?.info.displayName ?? type,
  }));

async function readNamed(
  strapi: Core.Strapi,
  uid: string | null,
  language: Language,
  populate: string[] = [],
): Promise<Choice[]> {
  if (!uid) return [];
  const rows = (await strapi.db.query(uid).findMany({
    select: ['documentId', 'slug', 'name', 'locale'],
    populate,
  })) as (Named & { locale: string | null })[];
  // A name in the panel's language, or else in any, since some are not translated.
  const bySlug = new Map<string, (typeof rows)[number]>();
  for (const row of rows)
    if (row.slug && (row.locale === language || !bySlug.has(row.slug))) bySlug.set(row.slug, row);
  return [...bySlug]
    .map(([value, { name, parent }]) => ({ value, label: name ?? value, parent: parent?.slug ?? null }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
}

async function readCity(strapi: Core.Strapi, uid: string | null): Promise<City | null> {
  if (!uid) return null;
  return (await strapi.db.query(uid).findOne({ populate: ['boundingBox'] })) as City | null;
}
