import { divIcon, geoJSON, latLngBounds, marker, type LatLngBounds, type Map as LeafletMap } from 'leaflet';
import type { Feature, FeatureCollection } from 'geojson';

interface Drawing {
  readonly layer: string;
  readonly class?: string;
  readonly name?: string;
  /** Where the name stands. */
  readonly at?: readonly [longitude: number, latitude: number];
}

type Background = FeatureCollection<Feature['geometry'], Drawing> & { readonly attribution?: string };

// The edge of roads is drawn below all of them, so that they join.
const classesOf = ({ layer, class: kind }: Drawing, suffix = ''): string =>
  [`ground-${layer}${suffix}`, ...(kind ? [`ground-${layer}-${kind}${suffix}`] : [])].join(' ');

/** How near the map is, as a word that the style sheet knows. */
const nearness = (zoom: number): string => {
  if (zoom < 10.5) return 'distant';
  if (zoom < 12.5) return 'far';
  return zoom < 15 ? 'middle' : 'near';
};

function addNames(map: LeafletMap, features: readonly Feature<Feature['geometry'], Drawing>[]): void {
  for (const { properties } of features) {
    if (!properties.name || !properties.at) continue;
    const name = document.createElement('span');
    name.textContent = properties.name;
    const [longitude, latitude] = properties.at;
    marker([latitude, longitude], {
      icon: divIcon({ html: name, className: 'ground-name', iconSize: [0, 0] }),
      pane: 'names',
      interactive: false,
      keyboard: false,
    }).addTo(map);
  }
}

/** What the ground says to the map. */
export interface Ground {
  /** Of all that is drawn. */
  readonly bounds?: LatLngBounds;
  /** Where there are streets to be seen from near. */
  readonly streets?: LatLngBounds;
  readonly credit?: string;
}

/** Draws what the city's folder has: borders, roads, water, green. Its colours are the style sheet's (map.css). */
export async function addBackground(map: LeafletMap, address: string): Promise<Ground> {
  // Points on a plain ground are a map still.
  const answer = await fetch(address).catch(() => undefined);
  if (!answer?.ok) return {};
  const { features, attribution } = (await answer.json()) as Background;
  const container = map.getContainer();
  const setNearness = (): void => {
    container.dataset.zoom = nearness(map.getZoom());
  };
  map.on('zoomend', setNearness);
  setNearness();
  // Below the points, above the ground; nobody hears them between the places.
  map.createPane('names').style.zIndex = '450';
  map.getPane('names')?.setAttribute('aria-hidden', 'true');
  map.getPane('overlayPane')?.setAttribute('aria-hidden', 'true');
  const draw = (all: readonly Feature[], suffix = ''): LatLngBounds => {
    const bounds = latLngBounds([]);
    for (const feature of all) {
      const style = { className: classesOf(feature.properties as Drawing, suffix), fill: true, stroke: true };
      bounds.extend(geoJSON(feature, { interactive: false, style }).addTo(map).getBounds());
    }
    return bounds;
  };
  const isStreet = ({ properties }: Feature): boolean => (properties as Drawing).layer === 'road';
  const from = features.findIndex(isStreet);
  const below = from === -1 ? features.length : from;
  const bounds = draw(features.slice(0, below));
  const streets = draw(features.filter(isStreet), '-edge');
  bounds.extend(draw(features.slice(below)));
  addNames(map, features);
  return {
    ...(bounds.isValid() ? { bounds } : {}),
    ...(streets.isValid() ? { streets } : {}),
    ...(attribution ? { credit: attribution } : {}),
  };
}
