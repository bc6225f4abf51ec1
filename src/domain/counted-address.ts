import ipaddr from 'ipaddr.js';

// RFC 6052, 2.1: IPv4 hosts behind NAT64 share one /96.
const NAT64 = 'rfc6052';

/**
 * The key under which an address is counted: IPv4 in full, also when embedded in IPv6 (RFC 4291, 2.5.5.2); IPv6 by its
 * /64, since one connection gets a whole /64 (RFC 6177) with its 2⁶⁴ addresses. Anything that is not an address is
 * returned unchanged.
 */
export function countedAddress(address: string): string {
  if (!address.includes(':') || !ipaddr.IPv6.isValid(address)) return address;
  const parsed = ipaddr.IPv6.parse(address);
  if (parsed.isIPv4MappedAddress()) return parsed.toIPv4Address().toString();
  if (parsed.range() === NAT64) return ipaddr.fromByteArray(parsed.toByteArray().slice(12)).toString();
  return `${parsed.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
}
