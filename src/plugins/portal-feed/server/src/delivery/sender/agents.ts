import type { Agent as HttpAgent } from 'node:http';
import type { Agent as HttpsAgent } from 'node:https';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import type { AllowedNetworks, Network } from '../domain/networks';
import { REFUSED } from '../domain/networks';

/** One agent per protocol and family, each with its own pool of connections. */
export interface Agents {
  of(protocol: string, family: 4 | 6): HttpAgent | HttpsAgent;
  /** Closes all connections. */
  destroy(): void;
}

// Shorter than servers keep idle connections (Node.js: 5 s), so that we close first and never write into a closed one.
const IDLE_MILLISECONDS = 4_000;

const written = (networks: readonly Network[], family: 4 | 6): string[] =>
  networks
    .filter(([address]) => address.kind() === `ipv${family}`)
    .map(([address, bits]) => `${address.toString()}/${bits}`);

/**
 * Agents that check the address again when they connect, no matter what resolved it. They use no proxy from the
 * environment.
 */
export function filteringAgents(allowed: AllowedNetworks): Agents {
  const made = new Map<string, HttpAgent | HttpsAgent>();
  const make = (protocol: string, family: 4 | 6): HttpAgent | HttpsAgent => {
    const options = {
      keepAlive: true,
      timeout: IDLE_MILLISECONDS,
      // By family, since the library cannot compare IPv4 with IPv6 networks and warns on every request.
      allowIPAddressList: written(allowed, family),
      denyIPAddressList: written(REFUSED, family),
    };
    return protocol === 'https:'
      ? new RequestFilteringHttpsAgent(options)
      : new RequestFilteringHttpAgent(options);
  };
  return {
    of(protocol, family) {
      const key = `${protocol}${family}`;
      const agent = made.get(key) ?? make(protocol, family);
      made.set(key, agent);
      return agent;
    },
    destroy() {
      for (const agent of made.values()) agent.destroy();
    },
  };
}
