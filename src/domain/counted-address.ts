import ipaddr from 'ipaddr.js';

// RFC 6052, 2.1: IPv4 hosts behind NAT64 share one /96.
const NAT64 = 'rfc6052';

/**
 * The subject that an address is counted by: IPv4 as it is, also inside of IPv6 (RFC 4291, 2.5.5.2); IPv6 by its /64, which
 * is what one connection gets (RFC 6177) and of which it has 2⁶⁴ addresses. What is no address is left alone.
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
