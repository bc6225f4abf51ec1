import type { Core } from '@strapi/strapi';
import { cityTimeZone } from '#src/city/known-city';
import { wallClockAt } from '#src/domain/wall-clock';

/** The day that it is in the city. @returns ISO date */
export const cityDay = async (strapi: Core.Strapi, at: Date): Promise<string> =>
  new Date(wallClockAt(await cityTimeZone(strapi), at.getTime())).toISOString().slice(0, 10);
