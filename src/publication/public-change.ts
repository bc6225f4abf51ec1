import type { Core } from '@strapi/strapi';

/** What the public sees of a document has changed. */
export interface PublicChange {
  /** The content type's uid. */
  readonly type: string;
  readonly documentId: string;
  /** `published`: the locales that are public now. `removed`: those that were. `null` for a type without locales. */
  readonly locales: readonly (string | null)[];
  readonly action: 'published' | 'removed';
}

/** Called in the transaction of the change: a throw undoes the change. */
export type PublicChangeListener = (change: PublicChange) => Promise<void>;

const LISTENERS = 'stadtverbund.public-change-listeners';

/** Makes room for listeners in the instance's container; once, before anyone listens. */
export function prepareListeners(strapi: Core.Strapi): void {
  strapi.add(LISTENERS, new Set<PublicChangeListener>());
}

const listenersOf = (strapi: Core.Strapi): Set<PublicChangeListener> =>
  strapi.get<Set<PublicChangeListener>>(LISTENERS);

/**
 * Hears of every public change, in the same transaction (join it with `strapi.db.transaction`). To be called in
 * `bootstrap` or later.
 * @returns takes the listener away again
 */
export function onPublicChange(strapi: Core.Strapi, listener: PublicChangeListener): () => void {
  listenersOf(strapi).add(listener);
  return () => listenersOf(strapi).delete(listener);
}

/** Hands one change to all listeners, one after the other: they share one connection. */
export async function announce(strapi: Core.Strapi, change: PublicChange): Promise<void> {
  for (const listener of listenersOf(strapi)) await listener(change);
}
