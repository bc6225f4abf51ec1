import { useEffect } from 'react';
import { useLoaded, type Loaded } from './use-loaded';

// While the server does not answer, asking as often as before would only make things worse.
const SLOWER_AFTER_FAILURE = 5;

/**
 * Loads something and keeps it up to date: loads again some seconds after each answer, pauses while the page is hidden,
 * and loads immediately when it becomes visible. Each request waits for the previous answer, so a slow server is not
 * flooded.
 *
 * @param load must keep its identity as long as it loads the same thing (`useCallback`)
 * @param seconds between an answer and the next request
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
