// What a map takes: Leaflet, the groups, and what is drawn below the points where there are no tiles.
import { latLngBounds, popup, type LatLngBounds, type LatLngTuple } from 'leaflet';
import { addCredit, addGround, addMapStyles, newMap } from '#src/map/web/base-map';
import { markPlace, Places } from './map/places-layer';
import type { MapSettings } from './map/settings';
import { inListOrder, placeOf, type PointFeature } from './domain/places';
import { settingsOf } from './settings';

export interface MapModule {
  showMap(element: HTMLElement): Promise<void>;
}

// A street and its neighbours; and where in the city it is, where no streets are known.
const CLOSE = 16;
const CITY = 12;

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
  addMapStyles();
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
  if (credit) addCredit(map, credit, settings.credits);
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
