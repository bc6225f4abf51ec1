import type { Core } from '@strapi/strapi';
import { cityTimeZone, knownCity } from '#src/city/known-city';
import type { GeoPoint } from '#src/domain/geo';

/** What a search needs to know about the city. */
export interface City {
  readonly timeZone: string;
  /** The district in which a point lies, by its slug */
  readonly districtAt: (point: GeoPoint) => string | null;
}

/** The city's time zone and borders. */
export const searchCity = async (strapi: Core.Strapi): Promise<City> => ({
  timeZone: await cityTimeZone(strapi),
  districtAt: (await knownCity(strapi)).borders.districtAt,
});
