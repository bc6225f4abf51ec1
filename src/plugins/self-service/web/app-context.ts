import { createContext, useContext } from 'react';
import type { City } from './city';
import type { Place } from './domain/place';
import type { Remember, Who } from './session';
import type { Settings } from './setting';
import type { Words } from './words/words';

/** What every part of the app knows. */
export interface App {
  readonly words: Words;
  readonly settings: Settings;
  readonly city: City;
  /** Who is signed in. */
  readonly name: string;
  /** The account's own id, by which this device tells accounts apart. */
  readonly account: string;
  /** Loads something of this account, and keeps it for the time without a net. */
  readonly remember: Remember;
  /** Since when what is shown may have changed: there is no net. ISO 8601 */
  readonly offlineSince: string | undefined;
  /** Goes on with the session of the cookie, if there is one. */
  readonly resume: () => Promise<void>;
  readonly hrefOf: (place: Place) => string;
  readonly go: (place: Place) => void;
  /** The address of what is shown is another now. */
  readonly moved: (place: Place) => void;
  /** Somebody has signed in, or out. */
  readonly signedIn: (who: Who) => void;
  readonly signedOut: (message?: string) => void;
}

const Context = createContext<App | undefined>(undefined);

export const AppProvider = Context.Provider;

export function useApp(): App {
  const app = useContext(Context);
  if (!app) throw new Error('There is no app around it.');
  return app;
}
