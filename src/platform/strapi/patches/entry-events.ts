import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { functionsOf } from './functions-of';

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

// Not among the package's exports.
const EVENTS_MODULE = 'dist/services/document-service/events.js';

// The module outlives a Strapi that is stopped and started again in one process.
const patched = new WeakSet<EventsModule>();

/**
 * Makes the document service send an `entry.*` event only if `hears` says yes, because it reads the whole entry for
 * each. Call in `register()`, before the first use of the document service.
 */
export function sendEntryEvents(strapi: Core.Strapi, hears: Audience['hears']): void {
  strapi.add(AUDIENCE, { hears } satisfies Audience);
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
  return functionsOf<EventsModule>(
    'entry-events',
    `@strapi/core/${EVENTS_MODULE}`,
    ofStrapi(join(core, EVENTS_MODULE)),
    'createEventManager',
  );
}
