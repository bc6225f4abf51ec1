import { AsyncLocalStorage } from 'node:async_hooks';

const running = new AsyncLocalStorage<Map<unknown, unknown>>();

/** Runs listeners as one announcement: what one of them has read, others may take. */
export const inAnnouncement = <T>(listeners: () => Promise<T>): Promise<T> =>
  running.run(new Map(), listeners);

/** What listeners of the running announcement share, by keys of their own; `undefined` outside of one. */
export const sharedInAnnouncement = (): Map<unknown, unknown> | undefined => running.getStore();
