import { setTimeout as sleep } from 'node:timers/promises';
import { catchUp, type Feed } from './catch-up';
import type { Store } from './store';

// Pushed events come at once; this finds what was not pushed: while the city had no target URL, or gave up on ours.
const PULL_AGAIN_MS = 10 * 60_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 5 * 60_000;

/** How long to wait after so many failures in a row: twice as long each time, and not all portals at the same moment. */
const retryMs = (failures: number): number =>
  Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LONGEST_RETRY_MS) * (0.5 + Math.random() / 2);

const said = (error: unknown): string => {
  const { message, cause } = error as Error;
  return cause instanceof Error ? `${message} (${cause.message})` : message;
};

/**
 * Catches up now and then, for as long as the receiver runs. A city that is unreachable, a token that was replaced or a
 * portal that is paused is no reason to stop: webhooks are taken meanwhile, and the cursor knows where to go on.
 */
export async function keepInStep(feed: Feed, store: Store): Promise<never> {
  for (let failures = 0; ;) {
    try {
      await catchUp(feed, store);
      failures = 0;
      const listed = Object.values(store.entries).filter(({ event }) => event);
      console.log(`in step, ${listed.length} listings`);
    } catch (error) {
      failures += 1;
      console.error(`not in step: ${said(error)}`);
    }
    await sleep(failures === 0 ? PULL_AGAIN_MS : retryMs(failures));
  }
}
