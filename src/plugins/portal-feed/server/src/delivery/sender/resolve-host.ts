import { lookup, Resolver } from 'node:dns/promises';
import { decideAddress, type AllowedNetworks } from '../domain/networks';

/** Where a request may connect to: addresses of one family, all of them allowed. */
export interface Resolved {
  readonly family: 4 | 6;
  readonly addresses: readonly string[];
}

/** Finds the addresses of a name, in both families. Tests use their own DNS server. */
export type ResolveName = (host: string) => Promise<readonly string[]>;

/** A name that does not lead to a public address. */
export class ForbiddenAddress extends Error {
  override readonly name = 'ForbiddenAddress';
}

interface Coded {
  code?: string;
}

const codeOf = (error: unknown): string | undefined => (error as Coded | null)?.code;

// c-ares does not read the hosts file. If DNS immediately answers that it does not know the name, getaddrinfo is fast
// too.
const ASKED_ELSEWHERE: ReadonlySet<string | undefined> = new Set(['ENOTFOUND', 'ENODATA', 'ECONNREFUSED']);

async function everyAddress(resolver: Resolver, host: string): Promise<string[]> {
  const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  if (found.length > 0) return found;
  const refused = answers.find((answer) => answer.status === 'rejected');
  throw refused?.reason as Error;
}

/**
 * Queries DNS without Node's thread pool: otherwise a few portals with hanging name servers would block its four
 * threads, and with them files, passwords and every other portal.
 * @param servers name servers (`127.0.0.1:5353`) instead of this machine's
 */
export function dnsResolver(servers?: readonly string[]): ResolveName {
  // Twice 2 s fits into the 5 s of connecting.
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  if (servers) resolver.setServers(servers);
  return async (host) => {
    try {
      return await everyAddress(resolver, host);
    } catch (error) {
      if (servers || !ASKED_ELSEWHERE.has(codeOf(error))) throw error;
      return (await lookup(host, { all: true })).map(({ address }) => address);
    }
  };
}

const isAddress = (host: string): boolean => /^[\d.]+$/.test(host) || host.includes(':');

/**
 * Where to connect for this host. One forbidden address refuses them all, since no real portal's name leads both inside
 * and outside.
 * @throws ForbiddenAddress; the DNS error if nothing is found
 */
export async function resolveHost(
  host: string,
  allowed: AllowedNetworks,
  resolve: ResolveName,
): Promise<Resolved> {
  const found = isAddress(host) ? [host] : await resolve(host);
  const decided = found.map((address) => {
    const decision = decideAddress(address, allowed);
    // Without the address: editors read this and could find out the addresses of internal names.
    if (!decision.ok) throw new ForbiddenAddress(`${host} leads to an address that is not public`);
    return decision;
  });
  const family = decided[0]?.family;
  if (family === undefined) throw new ForbiddenAddress(`${host} leads nowhere`);
  const addresses = decided.filter((one) => one.family === family).map(({ address }) => address);
  return { family, addresses };
}
