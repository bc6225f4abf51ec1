import type { LatLngTuple } from 'leaflet';

/** What the server says to a map (server/src/map/map-element.tsx). */
export interface MapSettings {
  /** Where the points are, as GeoJSON. */
  readonly points?: string;
  /** The one point of a map that shows nothing else. */
  readonly place?: LatLngTuple;
  readonly centre?: LatLngTuple;
  /** Where the background is, as GeoJSON, if there is one. */
  readonly background?: string;
  readonly tiles?: { readonly url: string; readonly credit?: string };
  readonly isSmall: boolean;
  /** What sources are called, by the names that they have in what they gave. */
  readonly credits: Readonly<Record<string, string>>;
  readonly words: {
    readonly title: string;
    readonly help: string;
    readonly zoomIn: string;
    readonly zoomOut: string;
    readonly close: string;
    /** `{name}`, `{kind}` */
    readonly place: string;
    /** `{n}`, `{names}` */
    readonly group: string;
    readonly groupOfFew: string;
    readonly groupAtOnePlace: string;
    /** `{n}`, `{groups}` */
    readonly shown: string;
    readonly kinds: Readonly<Record<string, string>>;
  };
}
