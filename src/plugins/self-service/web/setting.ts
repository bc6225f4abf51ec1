import type { AppLanguage, Roots } from './domain/place';

/** What the server tells the app, as JSON beside it (server/src/app/app-pages.tsx). */
export interface Settings {
  readonly roots: Roots;
  readonly language: AppLanguage;
  /** Of the city (IANA): moments are entered as its clocks show them. */
  readonly timeZone: string;
  /** How long somebody stays signed in: without coming back, and at most. */
  readonly sessionDays: { readonly idle: number; readonly longest: number };
  /** The city's pages by their names, as far as they are there. */
  readonly links: Readonly<Partial<Record<string, string>>>;
}
