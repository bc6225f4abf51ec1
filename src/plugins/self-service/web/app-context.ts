import { createContext, useContext } from 'react';
import type { City } from './city';
import type { Place } from './domain/place';
import type { Settings } from './setting';
import type { Words } from './words/words';

/** What every part of the app knows. */
export interface App {
  readonly words: Words;
  readonly settings: Settings;
  readonly city: City;
  /** Who is signed in. */
  readonly name: string;
  readonly hrefOf: (place: Place) => string;
  readonly go: (place: Place) => void;
  /** Somebody has signed in, or out. */
  readonly signedIn: (name: string) => void;
  readonly signedOut: (message?: string) => void;
}

const Context = createContext<App | undefined>(undefined);

export const AppProvider = Context.Provider;

export function useApp(): App {
  const app = useContext(Context);
  if (!app) throw new Error('There is no app around it.');
  return app;
}
