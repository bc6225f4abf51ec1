import { AsyncLocalStorage } from 'node:async_hooks';

const running = new AsyncLocalStorage<Map<unknown, unknown>>();

/** Runs listeners as one announcement, in which they can share what they have read. */
export const inAnnouncement = <T>(listeners: () => Promise<T>): Promise<T> =>
  running.run(new Map(), listeners);

/** What listeners of the running announcement share, by their own keys; `undefined` outside of one. */
export const sharedInAnnouncement = (): Map<unknown, unknown> | undefined => running.getStore();
