import { parseUrl } from '#src/domain/parse-url';
import { decideAddress, type AllowedNetworks } from './networks';

/** What the operator's configuration allows beyond public addresses over HTTPS. */
export interface TargetRules {
  /** `FEED_ALLOW_HTTP=true` */
  readonly allowHttp: boolean;
  /** `FEED_ALLOW_NETWORKS` */
  readonly allowedNetworks: AllowedNetworks;
}

export type TargetDecision =
  | { readonly ok: true; readonly url: URL; readonly host: string }
  | {
      readonly ok: false;
      readonly reason: 'not-a-url' | 'insecure-url' | 'credentials' | 'forbidden-address';
    };

/** The host as used by DNS and sockets: without the brackets of IPv6 and the trailing dot. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');

const isAddress = (host: string): boolean => /^[\d.]+$/.test(host) || host.includes(':');

/**
 * Whether deliveries may go to this URL, as far as the URL itself shows; names are checked when they are resolved.
 * `URL` (WHATWG) turns every notation of an IPv4 address into four decimal parts and refuses IPv6 zones.
 */
export function decideTarget(text: string, rules: TargetRules): TargetDecision {
  const url = parseUrl(text);
  if (!url) return { ok: false, reason: 'not-a-url' };
  const isSecure = url.protocol === 'https:';
  if (!isSecure && url.protocol !== 'http:') return { ok: false, reason: 'insecure-url' };
  if (!isSecure && !rules.allowHttp) return { ok: false, reason: 'insecure-url' };
  // They would be stored in plain text and shown in the panel; the signature already authenticates the sender.
  if (url.username || url.password) return { ok: false, reason: 'credentials' };
  const host = hostOf(url);
  if (!host) return { ok: false, reason: 'not-a-url' };
  if (isAddress(host) && !decideAddress(host, rules.allowedNetworks).ok)
    return { ok: false, reason: 'forbidden-address' };
  if (isLocalName(host) && !isLoopbackAllowed(rules)) return { ok: false, reason: 'forbidden-address' };
  return { ok: true, url, host };
}

// RFC 6761, 6.3: these never leave the machine.
const isLocalName = (host: string): boolean => host === 'localhost' || host.endsWith('.localhost');

const isLoopbackAllowed = ({ allowedNetworks }: TargetRules): boolean =>
  decideAddress('127.0.0.1', allowedNetworks).ok || decideAddress('::1', allowedNetworks).ok;
