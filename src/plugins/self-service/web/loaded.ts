import { useCallback, useEffect, useState } from 'react';
import { useApp } from './app-context';
import { isSignedOut, troublesOf, type Trouble } from './domain/refusal';

/** What a part of the app shows, once it is there. */
export type Loaded<Content> =
  | { readonly state: 'loading' }
  | { readonly state: 'there'; readonly content: Content }
  | { readonly state: 'failed'; readonly troubles: readonly Trouble[] };

/**
 * Loads what a part shows; what was there stays until the new is.
 * @param load the same function as long as it asks the same
 */
export function useLoaded<Content>(load: () => Promise<Content>): {
  readonly loaded: Loaded<Content>;
  readonly reload: () => Promise<void>;
} {
  const { words, signedOut } = useApp();
  const [loaded, setLoaded] = useState<Loaded<Content>>({ state: 'loading' });
  const reload = useCallback(async () => {
    try {
      setLoaded({ state: 'there', content: await load() });
    } catch (error) {
      if (isSignedOut(error)) signedOut(words.sessionOver);
      else setLoaded({ state: 'failed', troubles: troublesOf(error, [], words) });
    }
  }, [load, signedOut, words]);
  useEffect(() => {
    void reload();
  }, [reload]);
  return { loaded, reload };
}
