import { divIcon, DomEvent, marker, type LeafletMouseEvent, type Marker } from 'leaflet';
import type { GeoPoint } from '#src/domain/geo';
import { addCredit, addGround, addMapStyles, newMap } from '#src/map/web/base-map';
import type { CityMap } from '#src/map/web/city-map';
import type { MapSettings } from '../../setting';

interface PinMapWords {
  readonly map: string;
  readonly pin: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
}

interface Opening {
  readonly ground: MapSettings;
  readonly words: PinMapWords;
  readonly point: GeoPoint | null;
  /** Where a map without a pin begins. */
  readonly around: GeoPoint | undefined;
  readonly onMove: (point: GeoPoint) => void;
}

const STREET = 16;
const CITY = 12;

// Pixels that a key moves the pin; with Shift.
const STEP = 4;
const LEAP = 40;

const KEYS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** A map on which a pin is put by a tap, dragged, or moved by the arrow keys. */
export class PinMap {
  private readonly map: CityMap;
  private readonly pin: Marker;

  constructor(
    element: HTMLElement,
    private readonly opening: Opening,
  ) {
    const { ground, words, point, around } = opening;
    addMapStyles();
    element.setAttribute('role', 'group');
    element.setAttribute('aria-label', words.map);
    this.map = newMap(element, {
      words,
      isSmall: false,
      ...(ground.tiles ? { tiles: ground.tiles } : {}),
    });
    this.pin = this.newPin();
    this.map.on('click', ({ latlng }: LeafletMouseEvent) => this.moved(latlng.lat, latlng.lng));
    this.look(point ?? around ?? { latitude: 0, longitude: 0 }, point !== null);
    this.show(point);
    void addGround(this.map, ground).then(({ credit }) => {
      if (credit) addCredit(this.map, credit, ground.credits);
      element.dataset['ready'] = '';
    });
  }

  /** Puts the pin there; `null`: there is none. */
  show(point: GeoPoint | null): void {
    if (!point) {
      this.pin.remove();
      return;
    }
    this.pin.setLatLng([point.latitude, point.longitude]).addTo(this.map);
    this.label();
  }

  /** Brings a place into the middle. */
  look({ latitude, longitude }: GeoPoint, isNear: boolean): void {
    this.map.setView([latitude, longitude], isNear ? STREET : CITY, { animate: false });
  }

  middle(): GeoPoint {
    const { lat, lng } = this.map.getCenter();
    return { latitude: lat, longitude: lng };
  }

  focusPin(): void {
    this.pin.getElement()?.focus({ preventScroll: true });
  }

  remove(): void {
    this.map.remove();
  }

  private moved(latitude: number, longitude: number): void {
    this.opening.onMove({ latitude, longitude });
  }

  private newPin(): Marker {
    const pin = marker([0, 0], {
      icon: divIcon({
        html: document.createElement('span'),
        className: 'pin',
        iconSize: [44, 52],
        iconAnchor: [22, 48],
      }),
      draggable: true,
      autoPan: true,
      keyboard: true,
    });
    pin.on('dragend', () => {
      const { lat, lng } = pin.getLatLng();
      this.moved(lat, lng);
    });
    pin.on('add', () => {
      const element = pin.getElement();
      if (element) DomEvent.on(element, 'keydown', (event) => this.pressed(event as KeyboardEvent));
    });
    return pin;
  }

  private label(): void {
    this.pin.getElement()?.setAttribute('aria-label', this.opening.words.pin);
  }

  private pressed(event: KeyboardEvent): void {
    const way = KEYS[event.key];
    if (!way) return;
    // Not the map below it.
    DomEvent.stop(event);
    const by = event.shiftKey ? LEAP : STEP;
    const at = this.map.latLngToContainerPoint(this.pin.getLatLng());
    const { lat, lng } = this.map.containerPointToLatLng([at.x + way[0] * by, at.y + way[1] * by]);
    this.moved(lat, lng);
    this.map.panInside([lat, lng], { padding: [60, 60], animate: false });
  }
}
