import type { IPv4 } from 'ipaddr.js';
import { IPv6, parse, parseCIDR } from 'ipaddr.js';

/** An address and the length of its network prefix in bits. */
export type Network = [IPv4 | IPv6, number];

/** Networks that the operator allows although they are not public. */
export type AllowedNetworks = readonly Network[];

const networks = (...list: string[]): Network[] => list.map((text) => parseCIDR(text));

/**
 * Networks that no request may reach, besides those that ipaddr.js does not call `unicast`. Listed here so that a new
 * version of the library does not open a hole. From the IANA special-purpose registries (RFC 6890), and the metadata
 * services of clouds.
 */
export const REFUSED: AllowedNetworks = networks(
  '0.0.0.0/8', // this network
  '10.0.0.0/8', // private
  '100.64.0.0/10', // carrier-grade NAT; Alibaba's metadata
  '127.0.0.0/8', // loopback
  '168.63.129.16/32', // Azure's platform address: public range, private service
  '169.254.0.0/16', // link-local; metadata of AWS, Google, Azure
  '172.16.0.0/12', // private
  '192.0.0.0/24', // protocol assignments; Oracle's metadata
  '192.0.2.0/24', // documentation
  '192.88.99.0/24', // 6to4 relays
  '192.168.0.0/16', // private
  '198.18.0.0/15', // benchmarks
  '198.51.100.0/24', // documentation
  '203.0.113.0/24', // documentation
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // reserved, broadcast
  '2001::/23', // protocol assignments; Teredo carries IPv4
  '2001:db8::/32', // documentation
  '2002::/16', // 6to4 carries IPv4
  '3fff::/20', // documentation
);

// Everything else in IPv6 is not global unicast: loopback, unspecified, IPv4-compatible, NAT64, link-local, site-local,
// unique local (fd00:ec2::254 is AWS's metadata), multicast, discard.
const GLOBAL_UNICAST = networks('2000::/3');

const isIn = (address: IPv4 | IPv6, list: readonly Network[]): boolean =>
  list.some(([network, bits]) => network.kind() === address.kind() && address.match(network, bits));

export type AddressDecision =
  | { readonly ok: true; readonly address: string; readonly family: 4 | 6 }
  | { readonly ok: false; readonly reason: 'not-an-address' | 'not-public' };

/** `::ffff:10.0.0.1` is 10.0.0.1, and a connection to it goes there. */
const unmapped = (address: IPv4 | IPv6): IPv4 | IPv6 =>
  address instanceof IPv6 && address.isIPv4MappedAddress() ? address.toIPv4Address() : address;

function parsed(text: string): IPv4 | IPv6 | null {
  // Strict, unlike ipaddr.js: 127.1, 0x7f000001 and 017700000001 have been normalised by URL before.
  if (!/^((0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){3}|[0-9a-f.]*:[0-9a-f:.]*)$/i.test(text)) return null;
  try {
    return unmapped(parse(text));
  } catch (error) {
    if (error instanceof Error && /ipaddr/.test(error.message)) return null;
    throw error;
  }
}

/**
 * Whether a request may go to this address.
 * @param text IPv4 in four decimal parts, or IPv6 without brackets and zone
 * @returns the address in the form to connect to
 */
export function decideAddress(text: string, allowed: AllowedNetworks): AddressDecision {
  const address = parsed(text);
  if (!address) return { ok: false, reason: 'not-an-address' };
  const family = address.kind() === 'ipv4' ? 4 : 6;
  const known: AddressDecision = { ok: true, address: address.toString(), family };
  if (isIn(address, allowed)) return known;
  const isPublic =
    address.range() === 'unicast' &&
    !isIn(address, REFUSED) &&
    (family === 4 || isIn(address, GLOBAL_UNICAST));
  return isPublic ? known : { ok: false, reason: 'not-public' };
}

/**
 * Reads a comma-separated list of networks (CIDR) and single addresses.
 * @throws a sentence that names the invalid entry
 */
export function readNetworks(list: string): Network[] {
  return list
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
    .map(readNetwork);
}

function readNetwork(entry: string): Network {
  try {
    if (entry.includes('/')) return parseCIDR(entry);
    const address = parse(entry);
    return [address, address.kind() === 'ipv4' ? 32 : 128];
  } catch (cause) {
    throw new Error(`"${entry}" is no network. Write it as 10.1.0.0/16, fd12::/48 or 10.1.2.3.`, { cause });
  }
}
