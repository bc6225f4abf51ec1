import type { Core } from '@strapi/strapi';
import { cityGround } from '../city/ground-files';
import { isFederalState, type FederalState } from '../domain/federal-states';
import type { RulePlace } from '../domain/opening-rule';
import type { City, District } from './domain/match-district';

/** The city this installation serves, as imports see it. */
export interface ImportCity extends City {
  rulePlace: RulePlace;
}

interface Profile {
  name: string;
  slug: string | null;
  federalState: string;
  postcodes: string[] | null;
  centre: RulePlace['centre'] | null;
}

interface DistrictRow {
  name: string;
  slug: string | null;
  documentId: string;
  locale: string;
}

async function readDistricts(strapi: Core.Strapi): Promise<District[]> {
  const rows = (await strapi.db
    .query('api::district.district')
    .findMany({ select: ['name', 'slug', 'documentId', 'locale'] })) as DistrictRow[];
  const english = new Set(rows.flatMap(({ documentId, locale }) => (locale === 'en' ? [documentId] : [])));
  return rows.map(({ name, slug, documentId }) => ({
    name,
    slug,
    documentId,
    germanOnly: !english.has(documentId),
  }));
}

/** @throws if there is no city profile yet: without it hours cannot be read nor distances checked */
export async function readCity(strapi: Core.Strapi): Promise<ImportCity> {
  const profile = (await strapi.db
    .query('api::city-profile.city-profile')
    .findOne({ where: { locale: 'de' }, populate: { centre: true } })) as Profile | null;
  if (!profile?.centre || !isFederalState(profile.federalState)) {
    throw new Error(
      'There is no city profile yet: fill it in (Content Manager, City profile) or load a city with npm run demo.',
    );
  }
  const federalState: FederalState = profile.federalState;
  const { latitude, longitude } = profile.centre;
  return {
    name: profile.name,
    postcodes: profile.postcodes ?? [],
    districts: await readDistricts(strapi),
    borders: cityGround(strapi, profile.slug).borders,
    rulePlace: { federalState, centre: { latitude, longitude } },
  };
}
