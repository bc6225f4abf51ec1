import {
  Map as LeafletMap,
  type LatLngExpression,
  type PanOptions,
  type PointExpression,
  type ZoomPanOptions,
} from 'leaflet';

export type CityMap = LeafletMap;

/** Moves as Leaflet does. */
export class SmoothMap extends LeafletMap {}

/** For those who have asked their device for less motion: it jumps. */
export class StillMap extends LeafletMap {
  override panBy(offset: PointExpression, options?: PanOptions): this {
    return super.panBy(offset, { ...options, animate: false });
  }

  override setView(center: LatLngExpression, zoom?: number, options?: ZoomPanOptions): this {
    return super.setView(center, zoom, { ...options, animate: false });
  }
}
