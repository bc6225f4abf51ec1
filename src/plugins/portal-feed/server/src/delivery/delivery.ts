import { setMaxListeners } from 'node:events';
import type { Core } from '@strapi/strapi';
import type PgBoss from 'pg-boss';
import type { Sender } from './sender/post';
import { filteringAgents } from './sender/agents';
import { dnsResolver } from './sender/resolve-host';
import { createClaimer, type Claimer } from './store/claim';
import { openStore, type Query, type Store } from './store/pool';
import { createRecorder, type Recorder } from './store/record';
import { readNetworks } from './domain/networks';
import type { TargetRules } from './domain/target-url';

/**
 * Reads what the operator allows in addition to public addresses over HTTPS: `FEED_ALLOW_NETWORKS` (networks and
 * addresses, comma-separated) and `FEED_ALLOW_HTTP` (`true`).
 * @throws a sentence that names the variable
 */
function targetRules(environment: Readonly<Record<string, string | undefined>>): TargetRules {
  try {
    return {
      allowHttp: environment.FEED_ALLOW_HTTP === 'true',
      allowedNetworks: readNetworks(environment.FEED_ALLOW_NETWORKS ?? ''),
    };
  } catch (cause) {
    throw new Error(`FEED_ALLOW_NETWORKS: ${(cause as Error).message}`, { cause });
  }
}

/** What all parts of delivery share in one instance. */
export interface Delivery {
  readonly strapi: Core.Strapi;
  readonly store: Store;
  readonly sender: Sender;
  readonly claim: Claimer;
  readonly record: Recorder;
  /** Aborted when the instance shuts down and running requests have to end. */
  readonly interrupt: AbortController;
}

const known = new WeakMap<Core.Strapi, Delivery>();

/** Prepares delivery for an instance; connections are opened when needed. */
export function openDelivery(strapi: Core.Strapi): Delivery {
  const rules = targetRules(process.env);
  const store = openStore(process.env.DATABASE_URL, (error) =>
    strapi.log.warn(`Feed delivery: the database ended a connection: ${error.message}`),
  );
  const interrupt = new AbortController();
  // Every request in flight listens.
  setMaxListeners(0, interrupt.signal);
  const delivery: Delivery = {
    strapi,
    store,
    sender: { rules, agents: filteringAgents(rules.allowedNetworks), resolve: dnsResolver() },
    claim: createClaimer(store),
    record: createRecorder(store),
    interrupt,
  };
  known.set(strapi, delivery);
  return delivery;
}

/** @throws before the plugin's `register` has run */
export function deliveryOf(strapi: Core.Strapi): Delivery {
  const delivery = known.get(strapi);
  if (!delivery)
    throw new Error('The feed delivery was not opened: the plugin portal-feed is not registered.');
  return delivery;
}

/** pg-boss on one of our connections. */
export const bossDb = (query: Query): PgBoss.Db => ({
  executeSql: async (text, values) => ({ rows: await query(text, values) }),
});
