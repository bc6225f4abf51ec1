import { setTimeout as pause } from 'node:timers/promises';

const POLL_MILLISECONDS = 25;

/**
 * Waits until a condition is true and returns its value.
 * @param what for the message if it never is
 */
export async function eventually<T>(
  what: string,
  condition: () => Promise<T | false | undefined | null> | T | false | undefined | null,
  milliseconds = 15_000,
): Promise<T> {
  const until = Date.now() + milliseconds;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > until) throw new Error(`Not within ${milliseconds} ms: ${what}`);
    await pause(POLL_MILLISECONDS);
  }
}
