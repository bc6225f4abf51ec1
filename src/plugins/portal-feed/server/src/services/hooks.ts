import type { Core } from '@strapi/strapi';
import type { FeedEvent } from '../domain/feed-event';
import type { FedPortal } from './portal-rows';

/** Hooks for delivery, each called in the transaction of what happened; throwing undoes it. */
export interface FeedHooks {
  /** Events were appended, which have no number yet. */
  eventsAppended(events: readonly FeedEvent[]): Promise<void>;
  /** The operator chose to send everything that the new filter matches. */
  filterResent(portal: FedPortal): Promise<void>;
  /** A portal was paused, resumed or removed (`null` when removed). */
  stateChanged(documentId: string, portal: FedPortal | null): Promise<void>;
}

const hooks = new WeakMap<Core.Strapi, Set<Partial<FeedHooks>>>();

/** Adds a hook. Call in `register` or `bootstrap`. @returns a function that removes it */
export function onFeed(strapi: Core.Strapi, hook: Partial<FeedHooks>): () => void {
  const known = hooks.get(strapi) ?? new Set();
  hooks.set(strapi, known.add(hook));
  return () => known.delete(hook);
}

/** Calls all hooks one after the other, since they share the transaction's connection. */
export async function tell<Name extends keyof FeedHooks>(
  strapi: Core.Strapi,
  name: Name,
  ...news: Parameters<FeedHooks[Name]>
): Promise<void> {
  for (const hook of hooks.get(strapi) ?? [])
    await (hook[name] as ((...news: unknown[]) => Promise<void>) | undefined)?.(...news);
}
