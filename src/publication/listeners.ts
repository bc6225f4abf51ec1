import type { Core } from '@strapi/strapi';
import { inAnnouncement } from './announcement';
import type { PublicChange } from './domain/public-change';

export type { PublicChange } from './domain/public-change';

/** Called in the transaction of the changes: a throw undoes them. */
export type PublicChangesListener = (changes: readonly PublicChange[]) => Promise<void>;

const LISTENERS = 'stadtverbund.public-changes-listeners';

/** Makes room for listeners in the instance's container; once, before anyone listens. */
export function prepareListeners(strapi: Core.Strapi): void {
  strapi.add(LISTENERS, new Set<PublicChangesListener>());
}

const listenersOf = (strapi: Core.Strapi): Set<PublicChangesListener> =>
  strapi.get<Set<PublicChangesListener>>(LISTENERS);

/**
 * Hears of everything that one transaction changed for the public: once, at its end, in it (join it with
 * `inTransaction`). Every document is named once; what shows a changed document is among them. They *may* have
 * changed: a listener that keeps what it made of a document last time compares.
 *
 * To be called in `bootstrap` or later.
 * @returns takes the listener away again
 */
export function onPublicChanges(strapi: Core.Strapi, listener: PublicChangesListener): () => void {
  listenersOf(strapi).add(listener);
  return () => listenersOf(strapi).delete(listener);
}

/** Hands changes to all listeners, one after the other: they share one connection. */
export async function announce(strapi: Core.Strapi, changes: readonly PublicChange[]): Promise<void> {
  if (changes.length === 0) return;
  await inAnnouncement(async () => {
    for (const listener of listenersOf(strapi)) await listener(changes);
  });
}
