import { readNetworks } from './domain/networks';
import type { TargetRules } from './domain/target-url';

/**
 * Reads what the operator allows in addition to public addresses over HTTPS: `FEED_ALLOW_NETWORKS` (networks and
 * addresses, comma-separated) and `FEED_ALLOW_HTTP` (`true`).
 * @throws a sentence that names the variable
 */
export function targetRules(environment: Readonly<Record<string, string | undefined>>): TargetRules {
  try {
    return {
      allowHttp: environment.FEED_ALLOW_HTTP === 'true',
      allowedNetworks: readNetworks(environment.FEED_ALLOW_NETWORKS ?? ''),
    };
  } catch (cause) {
    throw new Error(`FEED_ALLOW_NETWORKS: ${(cause as Error).message}`, { cause });
  }
}
