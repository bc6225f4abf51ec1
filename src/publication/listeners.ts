import type { Core } from '@strapi/strapi';
import { inAnnouncement } from '../listing/announcement';
import type { PublicChange } from './domain/public-change';

export type { PublicChange } from './domain/public-change';

/** Called in the transaction of the changes; throwing undoes them. */
export type PublicChangesListener = (changes: readonly PublicChange[]) => Promise<void>;

const LISTENERS = 'stadtverbund.public-changes-listeners';

/** Prepares the instance's container for listeners. Call once, before the first. */
export function prepareListeners(strapi: Core.Strapi): void {
  strapi.add(LISTENERS, new Set<PublicChangesListener>());
}

const listenersOf = (strapi: Core.Strapi): Set<PublicChangesListener> =>
  strapi.get<Set<PublicChangesListener>>(LISTENERS);

/**
 * Listens to everything that a transaction changed for the public: called once, at its end and inside it (join it with
 * `inTransaction`). Every document occurs once, including those that show a changed one. They *may* have changed: a
 * listener that stores its last result has to compare.
 *
 * Call in `bootstrap` or later.
 * @returns a function that removes the listener
 */
export function onPublicChanges(strapi: Core.Strapi, listener: PublicChangesListener): () => void {
  listenersOf(strapi).add(listener);
  return () => listenersOf(strapi).delete(listener);
}

/** Passes changes to all listeners one after the other, since they share one connection. */
export async function announce(strapi: Core.Strapi, changes: readonly PublicChange[]): Promise<void> {
  if (changes.length === 0) return;
  await inAnnouncement(async () => {
    for (const listener of listenersOf(strapi)) await listener(changes);
  });
}
