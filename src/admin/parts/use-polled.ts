import { useEffect } from 'react';
import { useLoaded, type Loaded } from './use-loaded';

// While nothing is answered, asking as often as before would only add to the trouble.
const SLOWER_AFTER_FAILURE = 5;

/**
 * Loads something and keeps it fresh: asks again some seconds after each answer, pauses while the page is hidden, and
 * asks at once when it is seen again. The next question waits for the last answer, so a slow server is not crowded.
 *
 * @param load has to keep its identity while it asks for the same thing (`useCallback`)
 * @param seconds between an answer and the next question
 */
export function usePolled<T>(load: (signal: AbortSignal) => Promise<T>, seconds: number): Loaded<T> {
  const loaded = useLoaded(load);
  const { loading, failure, reload } = loaded;
  const wait = seconds * 1_000 * (failure ? SLOWER_AFTER_FAILURE : 1);

  useEffect(() => {
    if (loading) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    if (!document.hidden) timer = setTimeout(reload, wait);
    const onVisibility = (): void => {
      clearTimeout(timer);
      if (!document.hidden) reload();
    };
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, [loading, reload, wait]);

  return loaded;
}
