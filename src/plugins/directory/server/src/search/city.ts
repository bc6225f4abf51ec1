import type { Core } from '@strapi/strapi';
import { cityTimeZone } from '#src/city/known-city';

/** What a search needs to know about the city. */
export interface City {
  readonly timeZone: string;
}

/** The city's time zone. */
export const searchCity = async (strapi: Core.Strapi): Promise<City> => ({
  timeZone: await cityTimeZone(strapi),
});
