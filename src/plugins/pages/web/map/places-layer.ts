import { divIcon, DomEvent, marker, type LatLngTuple, type Map as LeafletMap, type Popup } from 'leaflet';
import Supercluster from 'supercluster';
import { filled } from '../domain/filled';
import { successorOf, type Drawn, type Place } from '../domain/places';
import { liveSentence } from '../settings';
import { groupCard, placeCard } from './cards';
import type { MapSettings } from './settings';

// Pixels: two points nearer than that cannot be pressed by a finger.
const RADIUS = 52;
const SIZE = 28;
// How many of a group are named when it is read aloud.
const NAMED = 3;
// Of a popup above its point, in pixels.
const ROOM = { above: 220, beside: 170 };

interface Item extends Drawn {
  /** Of a group */
  readonly id?: number;
  readonly count: number;
  readonly place: Place;
  element?: HTMLElement;
}

/** The one point of a small map. */
export function markPlace(map: LeafletMap, place: LatLngTuple): void {
  const pin = document.createElement('span');
  marker(place, {
    icon: divIcon({ html: pin, className: 'point', iconSize: [SIZE, SIZE] }),
    interactive: false,
    keyboard: false,
  }).addTo(map);
}

/**
 * Places as points and groups, in one order for the eye that reads the list and for the keyboard. Each is a button: a
 * group is enlarged until it falls apart, a place says what it is.
 */
export class Places {
  private readonly groups: Supercluster<{ at: number }, { first: number }>;
  private readonly say: (sentence: string) => void;
  private readonly layer: { remove(): unknown }[] = [];
  private items: Item[] = [];

  constructor(
    private readonly map: LeafletMap,
    private readonly places: readonly Place[],
    private readonly settings: MapSettings,
    private readonly popup: Popup,
  ) {
    this.say = liveSentence(map.getContainer(), 'visually-hidden');
    this.groups = new Supercluster<{ at: number }, { first: number }>({
      radius: RADIUS,
      extent: 256,
      maxZoom: map.getMaxZoom(),
      map: ({ at }) => ({ first: at }),
      reduce: (sum, { first }) => {
        sum.first = Math.min(sum.first, first);
      },
    });
    this.groups.load(
      places.map(({ longitude, latitude }, at) => ({
        type: 'Feature',
        properties: { at },
        geometry: { type: 'Point', coordinates: [longitude, latitude] },
      })),
    );
    map.on('moveend', () => this.drawAnew());
    // Leaflet does so only while the map itself has the focus.
    map.getContainer().addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') map.closePopup();
    });
    this.followList();
  }

  /** Draws what is in view. */
  draw(): void {
    for (const one of this.layer.splice(0)) one.remove();
    this.items = this.inView();
    for (const item of this.items) this.add(item);
  }

  private drawAnew(): void {
    const before = this.items.find(({ element }) => element === document.activeElement);
    this.draw();
    if (before)
      (successorOf(before, this.items)?.element ?? this.map.getContainer()).focus({ preventScroll: true });
    const groups = this.items.filter(({ count }) => count > 1).length;
    const shown = this.items.reduce((sum, { count }) => sum + count, 0);
    this.say(filled(this.settings.words.shown, { n: shown, groups }));
  }

  private inView(): Item[] {
    const bounds = this.map.getBounds();
    const box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()] as const;
    return this.groups
      .getClusters([...box], Math.floor(this.map.getZoom()))
      .flatMap(({ geometry, properties }): Item[] => {
        const [longitude = 0, latitude = 0] = geometry.coordinates;
        const isGroup = 'cluster_id' in properties;
        const first = isGroup ? properties.first : properties.at;
        const place = this.places[first];
        if (!place) return [];
        return [
          {
            first,
            longitude,
            latitude,
            place,
            ...(isGroup ? { id: properties.cluster_id, count: properties.point_count } : { count: 1 }),
          },
        ];
      })
      .sort((one, other) => one.first - other.first);
  }

  private add(item: Item): void {
    const { count, place, latitude, longitude } = item;
    const sign = document.createElement('span');
    const isGroup = count > 1;
    if (isGroup) sign.textContent = String(count);
    const size = isGroup ? Math.min(56, 36 + 4 * Math.floor(Math.log2(count))) : SIZE;
    const point = marker([latitude, longitude], {
      icon: divIcon({
        html: sign,
        className: isGroup ? 'group' : `point point-${place.type}`,
        iconSize: [size, size],
      }),
      keyboard: true,
      // What is drawn is in view.
      autoPanOnFocus: false,
    }).addTo(this.map);
    this.layer.push(point);
    const element = point.getElement();
    if (!element) return;
    item.element = element;
    element.setAttribute('aria-label', this.labelOf(item));
    point.on('click', () => this.chosen(item, false));
    DomEvent.on(element, 'keydown', (event) => {
      const { key } = event as KeyboardEvent;
      if (key !== 'Enter' && key !== ' ') return;
      DomEvent.stop(event);
      this.chosen(item, true);
    });
  }

  private labelOf({ id, count, place }: Item): string {
    const { words } = this.settings;
    if (id === undefined)
      return filled(words.place, { name: place.name, kind: words.kinds[place.type] ?? '' });
    const names = this.membersOf(id, count)
      .slice(0, NAMED)
      .map(({ name }) => name);
    return filled(count > NAMED ? words.group : words.groupOfFew, { n: count, names: names.join(', ') });
  }

  /** In the order of the list. */
  private membersOf(id: number, count: number): Place[] {
    return this.groups
      .getLeaves(id, count)
      .map(({ properties }) => properties.at)
      .sort((one, other) => one - other)
      .flatMap((at) => this.places[at] ?? []);
  }

  private chosen(item: Item, isByKey: boolean): void {
    const { id, count, latitude, longitude, place } = item;
    if (id === undefined) return this.open(item, placeCard(place, this.settings), isByKey);
    const zoom = this.groups.getClusterExpansionZoom(id);
    if (zoom <= this.map.getMaxZoom()) this.map.setView([latitude, longitude], zoom);
    else this.open(item, groupCard(this.membersOf(id, count), this.settings), isByKey);
  }

  private open({ latitude, longitude, element }: Item, card: HTMLElement, isByKey: boolean): void {
    const { map, popup, settings } = this;
    map.panInside([latitude, longitude], {
      paddingTopLeft: [
        Math.min(ROOM.beside, map.getSize().x / 2 - 1),
        Math.min(ROOM.above, map.getSize().y / 2),
      ],
      paddingBottomRight: [Math.min(ROOM.beside, map.getSize().x / 2 - 1), 24],
    });
    popup.setLatLng([latitude, longitude]).setContent(card).openOn(map);
    popup
      .getElement()
      ?.querySelector('.leaflet-popup-close-button')
      ?.setAttribute('aria-label', settings.words.close);
    if (!isByKey) return;
    card.querySelector('a')?.focus({ preventScroll: true });
    // Back to where it was opened.
    map.once('popupclose', () => {
      if (document.activeElement === document.body || popup.getElement()?.contains(document.activeElement))
        (
          this.items.find((one) => one.latitude === latitude && one.longitude === longitude)?.element ??
          element
        )?.focus({
          preventScroll: true,
        });
    });
  }

  /** What the pointer or the focus is on in the list stands out on the map. */
  private followList(): void {
    for (const row of document.querySelectorAll<HTMLElement>('[data-place]')) {
      const at = this.places.findIndex(({ key }) => key === row.dataset.place);
      const place = this.places[at];
      if (!place) continue;
      const mark = (isNamed: boolean) => (): void => {
        const item = successorOf({ first: at, ...place }, this.items);
        item?.element?.classList.toggle('named', isNamed);
      };
      row.addEventListener('pointerenter', mark(true));
      row.addEventListener('pointerleave', mark(false));
      row.addEventListener('focusin', mark(true));
      row.addEventListener('focusout', mark(false));
    }
  }
}
