import type { Core } from '@strapi/strapi';

const CITY_PROFILE = 'api::city-profile.city-profile';
// That of pages without a city profile (src/plugins/pages/web/pages.css).
const NO_COLOUR = '#0a4f8a';
const COLOUR = /^#[0-9a-f]{6}$/;

/** What an installed app says of the city. */
export interface AppCity {
  readonly name?: string;
  /** Six hexadecimal digits after `#`. */
  readonly colour: string;
}

/** The city's name and colour for the installed app. */
export async function appCity(strapi: Core.Strapi): Promise<AppCity> {
  const row = (await strapi.db
    .query(CITY_PROFILE)
    .findOne({ select: ['name', 'mainColour'], orderBy: { id: 'asc' } })) as {
    name: string | null;
    mainColour: string | null;
  } | null;
  const colour = row?.mainColour?.toLowerCase() ?? '';
  return { ...(row?.name ? { name: row.name } : {}), colour: COLOUR.test(colour) ? colour : NO_COLOUR };
}
