import type { Core } from '@strapi/strapi';
import { functionsOf } from './functions-of';

type EventHub = Pick<Core.Strapi['eventHub'], 'on' | 'off' | 'subscribe' | 'unsubscribe'>;

/**
 * Counts the listeners on the event hub, which does not say how many there are. Earlier listeners are not known.
 *
 * @returns whether anybody listens to an event
 */
export function countListeners(strapi: Core.Strapi): (eventName: string) => boolean {
  const hub = functionsOf<EventHub>(
    'event-listeners',
    'The event hub',
    strapi.eventHub,
    ...(['on', 'off', 'subscribe', 'unsubscribe'] as const),
  );
  const [on, off] = [hub.on.bind(hub), hub.off.bind(hub)];
  const [subscribe, unsubscribe] = [hub.subscribe.bind(hub), hub.unsubscribe.bind(hub)];
  const listeners = new Map<string, number>();
  const subscribers = new Set<unknown>();
  const move = (eventName: string, by: number): void =>
    void listeners.set(eventName, Math.max(0, (listeners.get(eventName) ?? 0) + by));
  hub.on = (eventName, listener) => {
    move(eventName, 1);
    return on(eventName, listener);
  };
  // The hub removes one even if it does not know the one that is named.
  hub.off = (eventName, listener) => {
    move(eventName, -1);
    off(eventName, listener);
  };
  hub.subscribe = (subscriber) => {
    subscribers.add(subscriber);
    return subscribe(subscriber);
  };
  hub.unsubscribe = (subscriber) => {
    subscribers.delete(subscriber);
    unsubscribe(subscriber);
  };
  return (eventName) => subscribers.size > 0 || (listeners.get(eventName) ?? 0) > 0;
}
