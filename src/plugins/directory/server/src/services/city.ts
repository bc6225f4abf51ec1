import type { Core } from '@strapi/strapi';
import { DEFAULT_TIME_ZONE } from '../../../../../domain/public-rule';
import { knownCity } from '../../../../../rules/city';

/** What of the city a search depends on. */
export interface City {
  readonly timeZone: string;
}

/** The city's time zone; all German cities keep the same, so it is known before there is a profile. */
export async function searchCity(strapi: Core.Strapi): Promise<City> {
  const { city } = await knownCity(strapi);
  return { timeZone: city?.timeZone ?? DEFAULT_TIME_ZONE };
}
