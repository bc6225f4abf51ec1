import { useCallback, useEffect, useState } from 'react';
import { failureOf, type Failure } from './failure';

export interface Loaded<T> {
  /** The last answer; stays while a newer one is loading. */
  readonly value: T | null;
  readonly failure: Failure | null;
  readonly loading: boolean;
  /** Loads again. */
  readonly reload: () => void;
}

/**
 * Loads something when the component appears, whenever `load` changes, and on `reload()`. An outdated answer is
 * dropped.
 * @param load must keep its identity as long as it loads the same thing (`useCallback`)
 */
export function useLoaded<T>(load: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [asked, setAsked] = useState(0);
  const [answer, setAnswer] = useState<{ value: T | null; failure: Failure | null; of: unknown }>({
    value: null,
    failure: null,
    of: null,
  });
  const [loading, setLoading] = useState(true);

  useEffect(() => {
    const request = new AbortController();
    setLoading(true);
    load(request.signal).then(
      (value) => {
        if (request.signal.aborted) return;
        setAnswer({ value, failure: null, of: load });
        setLoading(false);
      },
      (error: unknown) => {
        if (request.signal.aborted) return;
        setAnswer((last) => ({ ...last, failure: failureOf(error) }));
        setLoading(false);
      },
    );
    return () => request.abort();
  }, [load, asked]);

  const reload = useCallback(() => setAsked((count) => count + 1), []);
  return { value: answer.of === load ? answer.value : null, failure: answer.failure, loading, reload };
}
