// What a map takes: Leaflet, the groups, and what is drawn below the points where there are no tiles.
import { control, latLngBounds, popup, tileLayer, type LatLngBounds, type LatLngTuple } from 'leaflet';
import leafletStyles from 'leaflet/dist/leaflet.css';
import { addBackground, type Ground } from './map/background';
import { Credit } from './map/credit';
import { StillMap, SmoothMap, type CityMap } from './map/city-map';
import { markPlace, Places } from './map/places-layer';
import type { MapSettings } from './map/settings';
import ownStyles from './map/map.css';
import { inListOrder, placeOf, type PointFeature } from './domain/places';
import { creditSaid } from '../server/src/domain/credit-said';
import { settingsOf } from './settings';

export interface MapModule {
  showMap(element: HTMLElement): Promise<void>;
}

// A street and its neighbours; and where in the city it is, where no streets are known.
const CLOSE = 16;
const CITY = 12;

let isStyled = false;

/** As sheets of the document, which `style-src 'self'` allows. */
function addStyles(): void {
  if (isStyled) return;
  isStyled = true;
  const sheets = [leafletStyles, ownStyles].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...sheets];
}

function newMap(element: HTMLElement, { words, isSmall, tiles }: MapSettings): CityMap {
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
async function addGround(map: CityMap, { tiles, background }: MapSettings): Promise<Ground> {
  if (tiles) {
    tileLayer(tiles.url, { maxZoom: 19 }).addTo(map);
    return tiles.credit ? { credit: tiles.credit } : {};
  }
  return background === undefined ? {} : addBackground(map, background);
}

async function pointsFrom(address: string): Promise<readonly PointFeature[]> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return ((await answer.json()) as { features: PointFeature[] }).features;
}

const listed = (): string[] =>
  [...document.querySelectorAll<HTMLElement>('[data-place]')].flatMap(({ dataset }) => dataset.place ?? []);

/** Makes a map of an element that the server has put there (map-element.tsx). */
export async function showMap(element: HTMLElement): Promise<void> {
  const settings = settingsOf<MapSettings>(element, 'map');
  const { place, points, centre, words } = settings;
  const features = points === undefined ? [] : await pointsFrom(points);
  addStyles();
  element.replaceChildren();
  element.setAttribute('role', 'group');
  element.setAttribute('aria-label', settings.isSmall ? words.title : `${words.title}. ${words.help}`);
  const map = newMap(element, settings);
  const places = inListOrder(features.map(placeOf), listed());
  const positions = places.map(({ latitude, longitude }): LatLngTuple => [latitude, longitude]);
  const view = (bounds: LatLngBounds): unknown =>
    map.fitBounds(bounds, { padding: [32, 32], maxZoom: CLOSE, animate: false });
  // Leaflet draws nothing before it knows where.
  map.setView(place ?? positions[0] ?? centre ?? [0, 0], CITY, { animate: false });
  const { bounds, streets, credit } = await addGround(map, settings);
  if (credit) new Credit(creditSaid(credit, settings.credits)).addTo(map);
  if (place && (settings.tiles ?? streets?.contains(place))) map.setView(place, CLOSE, { animate: false });
  // What lies outside the city does not make it small.
  const inside = positions.filter((position) => bounds?.contains(position));
  if (inside.length > 0) view(latLngBounds(inside));
  else if (positions.length > 0) view(latLngBounds(positions));
  else if (!place && bounds) view(bounds);
  if (place) markPlace(map, place);
  if (places.length > 0)
    new Places(map, places, settings, popup({ className: 'place', autoPan: false })).draw();
  element.dataset.ready = '';
}
