import type { GeoPoint } from '#src/domain/geo';
import type { GroundSettings } from '#src/map/web/base-map';
import type { AppLanguage, Roots } from './domain/place';

/** What maps stand on here. */
export interface MapSettings extends GroundSettings {
  readonly centre?: GeoPoint;
  /** What sources are called in the reader's language, by how they write themselves. */
  readonly credits: Readonly<Record<string, string>>;
}

/** What the server tells the app, as JSON beside it (server/src/app/app-pages.tsx). */
export interface Settings {
  /** The address of the city, if this page is not one of its own. */
  readonly city?: string;
  /** What addresses here say as their place. */
  readonly cityName: string;
  readonly map: MapSettings;
  readonly roots: Roots;
  readonly language: AppLanguage;
  /** The address of the service worker, on the host of this page; without one it does not open without a net. */
  readonly worker?: string;
  /** What is loaded when it is wanted, and has to be there without a net as well. */
  readonly further?: readonly string[];
  /** Of the city (IANA): moments are entered as its clocks show them. */
  readonly timeZone: string;
  /** Where the public reads documents, by collection, with `{slug}` to be filled in. */
  readonly listings: Readonly<Partial<Record<string, string>>>;
  /** How long somebody stays signed in: without coming back, and at most. */
  readonly sessionDays: { readonly idle: number; readonly longest: number };
  /** The city's pages by their names, as far as they are there. */
  readonly links: Readonly<Partial<Record<string, string>>>;
}
