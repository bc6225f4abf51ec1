import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Does something and answers when it is done, but not before the time is over: how long it took tells nothing about
 * what was done. The time has to be longer than what it takes.
 * @param milliseconds of waiting, which occupies nothing
 */
export async function atLeast<Result>(milliseconds: number, work: () => Promise<Result>): Promise<Result> {
  const done = work();
  await Promise.allSettled([done, sleep(milliseconds)]);
  return done;
}
