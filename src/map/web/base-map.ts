import { control, tileLayer } from 'leaflet';
import leafletStyles from 'leaflet/dist/leaflet.css';
import { creditSaid } from '../domain/credit-said';
import { addBackground, type Ground } from './background';
import { SmoothMap, StillMap, type CityMap } from './city-map';
import { Credit } from './credit';
import ownStyles from './map.css';

/** What a map stands on, as the server says (../map-ground.ts). */
export interface GroundSettings {
  /** Where the background is, as GeoJSON, if there is one. */
  readonly background?: string;
  readonly tiles?: { readonly url: string; readonly credit?: string };
}

interface NewMap extends Pick<GroundSettings, 'tiles'> {
  /** Whether it is beside something else, which the keyboard is for. */
  readonly isSmall: boolean;
  readonly words: { readonly zoomIn: string; readonly zoomOut: string };
}

let isStyled = false;

/** What maps look like, as sheets of the document, which `style-src 'self'` allows. */
export function addMapStyles(): void {
  if (isStyled) return;
  isStyled = true;
  const sheets = [leafletStyles, ownStyles].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...sheets];
}

/** A map with nothing on it yet. */
export function newMap(element: HTMLElement, { words, isSmall, tiles }: NewMap): CityMap {
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = new (isStill ? StillMap : SmoothMap)(element, {
    zoomControl: false,
    attributionControl: false,
    minZoom: 9,
    maxZoom: 18,
    // Tiles are drawn for whole steps.
    zoomSnap: tiles ? 1 : 0.5,
    // A page is scrolled past a map; who has chosen the map turns the wheel for it.
    scrollWheelZoom: false,
    keyboard: !isSmall,
    zoomAnimation: !isStill,
    fadeAnimation: !isStill,
    markerZoomAnimation: !isStill,
    inertia: !isStill,
  });
  control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
  if (!isSmall) control.scale({ imperial: false }).addTo(map);
  map.on('focus', () => map.scrollWheelZoom.enable());
  map.on('blur', () => map.scrollWheelZoom.disable());
  return map;
}

/** Below the points: tiles where the city has them, or else what it knows itself. */
export async function addGround(map: CityMap, { tiles, background }: GroundSettings): Promise<Ground> {
  if (tiles) {
    tileLayer(tiles.url, { maxZoom: 19 }).addTo(map);
    return tiles.credit ? { credit: tiles.credit } : {};
  }
  return background === undefined ? {} : addBackground(map, background);
}

/** Names whom the ground is by. @param names in the reader's language, by how sources write them */
export function addCredit(map: CityMap, credit: string, names: Readonly<Record<string, string>>): void {
  new Credit(creditSaid(credit, names)).addTo(map);
}
