import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { knownCity } from '../city/known-city';
import type { GeoPoint } from '../domain/geo';
import { openRoute } from '../platform/http/open-route';
import { addPublicAddresses, type Traits } from '../response-cache/index';
import { readTiles, type Tiles } from './domain/tiles';

const BACKGROUND = '/pages/map/background.geojson';

// No query makes a difference.
const FILE: Traits = { namesHost: false, reads: new Set() };

/** What every map of the installation stands on. */
export interface MapGround {
  readonly tiles: Tiles | undefined;
  /** The address of what is drawn where there are no tiles, if the city has brought something. */
  readonly background: string | undefined;
  readonly centre: GeoPoint | undefined;
}

// Kept by instance: tests boot several in one process.
const known = new WeakMap<Core.Strapi, { readonly tiles: Tiles | undefined }>();

/** The tile server, if one is set. */
export const tilesOf = (strapi: Core.Strapi): Tiles | undefined => known.get(strapi)?.tiles;

export async function mapGround(strapi: Core.Strapi): Promise<MapGround> {
  const { city, background } = await knownCity(strapi);
  return {
    tiles: tilesOf(strapi),
    background: background.isEmpty ? undefined : BACKGROUND,
    centre: city?.centre,
  };
}

/** Serves the background of maps and reads where tiles come from. Call in `register()`. @throws if MAP_TILES_URL is wrong */
export function serveMaps(strapi: Core.Strapi): void {
  const { MAP_TILES_URL: url, MAP_TILES_CREDIT: credit } = process.env;
  known.set(strapi, { tiles: readTiles(url, credit) });
  strapi.server.routes([
    openRoute('GET', BACKGROUND, async (ctx: Context) => {
      const { background } = await knownCity(strapi);
      ctx.set('Cache-Control', 'public, max-age=0, must-revalidate');
      ctx.type = 'application/geo+json; charset=utf-8';
      ctx.body = background.geoJson;
    }),
  ]);
  addPublicAddresses(strapi, { matches: (path) => (path === BACKGROUND ? FILE : undefined) });
}
