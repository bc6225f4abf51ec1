import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Core } from '@strapi/strapi';

interface EventManager {
  emitEvent(eventName: string, entry: unknown): void;
}

interface EventsModule {
  createEventManager(strapi: Core.Strapi, uid: string): EventManager;
}

interface Audience {
  hears(eventName: string): boolean;
}

const AUDIENCE = 'stadtverbund.audience-of-events';

// Not among the package's exports; the versions are pinned (docs/adr/0001), and a test asks whether it still works.
const EVENTS_MODULE = 'dist/services/document-service/events.js';

// They listen to no `entry.*` event in their register(), which is before this.
const KNOWN_PLUGINS: ReadonlySet<string> = new Set([
  'content-manager',
  'content-type-builder',
  'email',
  'upload',
  'i18n',
  'content-releases',
  'review-workflows',
  'graphql',
  'users-permissions',
  'moderation',
  'self-service',
  'portal-feed',
  'directory',
]);

const patched = new WeakSet<EventsModule>();

/**
 * Lets the document service send its `entry.*` events only where somebody listens. For each event it reads the whole
 * entry, a dozen statements after every save and every publication, also where there is no webhook (docs/adr/0029). To
 * be called in `register()`.
 */
export function registerEntryEvents(strapi: Core.Strapi): void {
  strapi.add(AUDIENCE, audienceOf(strapi));
  const events = eventsModule();
  if (patched.has(events)) return;
  patched.add(events);
  const create = events.createEventManager.bind(events);
  events.createEventManager = (app, uid) => {
    const manager = create(app, uid);
    return {
      emitEvent: (eventName, entry) => {
        if (app.get<Audience>(AUDIENCE).hears(eventName)) manager.emitEvent(eventName, entry);
      },
    };
  };
}

function eventsModule(): EventsModule {
  const ofStrapi = createRequire(require.resolve('@strapi/strapi/package.json'));
  const core = dirname(ofStrapi.resolve('@strapi/core/package.json'));
  return ofStrapi(join(core, EVENTS_MODULE)) as EventsModule;
}

/**
 * Keeps count of who listens to what: the hub does not tell. With a plugin that may have listened before, or Strapi's
 * paid audit log, every event counts as heard.
 */
function audienceOf(strapi: Core.Strapi): Audience {
  const hub = strapi.eventHub;
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
  // The hub takes one away even where it does not know the one that is named.
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
  const isUnknown =
    Boolean(strapi.EE) || Object.keys(strapi.plugins).some((name) => !KNOWN_PLUGINS.has(name));
  return {
    hears: (eventName) => isUnknown || subscribers.size > 0 || (listeners.get(eventName) ?? 0) > 0,
  };
}
