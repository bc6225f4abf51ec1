import type { Core } from '@strapi/strapi';
import { wallClockAt } from '../domain/wall-clock';
import { cityTimeZone } from './known-city';

/** The day that it is in the city. @returns ISO date */
export const cityDay = async (strapi: Core.Strapi, at: Date): Promise<string> =>
  new Date(wallClockAt(await cityTimeZone(strapi), at.getTime())).toISOString().slice(0, 10);
