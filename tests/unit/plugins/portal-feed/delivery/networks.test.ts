import { decideAddress, readNetworks } from '#src/plugins/portal-feed/server/src/delivery/domain/networks';

const decide = (address: string, allowed = '') => {
  const decision = decideAddress(address, readNetworks(allowed));
  return decision.ok ? decision.address : decision.reason;
};

describe('addresses that no request may reach', () => {
  it.each([
    ['loopback', '127.0.0.1'],
    ['the end of loopback', '127.255.255.254'],
    ['unspecified', '0.0.0.0'],
    ['this network', '0.1.2.3'],
    ['private, class A', '10.0.0.1'],
    ['private, class B', '172.16.0.1'],
    ['the end of private, class B', '172.31.255.255'],
    ['private, class C', '192.168.178.1'],
    ['carrier-grade NAT', '100.64.0.1'],
    ['Alibaba metadata', '100.100.100.200'],
    ['link-local', '169.254.1.1'],
    ['metadata of AWS, Google and Azure', '169.254.169.254'],
    ['Azure platform', '168.63.129.16'],
    ['Oracle metadata', '192.0.0.192'],
    ['multicast', '224.0.0.1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['benchmarks', '198.18.0.1'],
    ['documentation', '203.0.113.7'],
    ['6to4 relay', '192.88.99.1'],
    ['IPv6 loopback', '::1'],
    ['IPv6 loopback, written out', '0:0:0:0:0:0:0:1'],
    ['IPv6 unspecified', '::'],
    ['IPv4-mapped', '::ffff:127.0.0.1'],
    ['IPv4-mapped, in hexadecimal', '::ffff:7f00:1'],
    ['IPv4-mapped, written out', '0:0:0:0:0:ffff:c0a8:0101'],
    ['IPv4-compatible', '::127.0.0.1'],
    ['IPv4-compatible, in hexadecimal', '::7f00:1'],
    ['IPv4-translated', '::ffff:0:127.0.0.1'],
    ['NAT64', '64:ff9b::7f00:1'],
    ['NAT64 for private use', '64:ff9b:1::a00:1'],
    ['6to4', '2002:7f00:1::'],
    ['Teredo', '2001:0:7f00:1::'],
    ['IPv6 link-local', 'fe80::1'],
    ['IPv6 site-local', 'fec0::1'],
    ['IPv6 unique local', 'fd12:3456::1'],
    ['AWS metadata over IPv6', 'fd00:ec2::254'],
    ['IPv6 multicast', 'ff02::1'],
    ['IPv6 discard', '100::1'],
    ['IPv6 documentation', '2001:db8::1'],
    ['IPv6 of nobody', '4000::1'],
  ])('%s: %s', (_name, address) => {
    expect(decide(address)).toBe('not-public');
  });

  it.each([
    ['with a zone', 'fe80::1%eth0'],
    ['a zone on loopback', '::1%lo'],
    ['octal', '0177.0.0.1'],
    ['hexadecimal', '0x7f000001'],
    ['decimal', '2130706433'],
    ['short', '127.1'],
    ['too large', '127.0.0.256'],
    ['a name', 'localhost'],
    ['nothing', ''],
    ['brackets', '[::1]'],
  ])('anything but a plain address is invalid: %s', (_name, address) => {
    expect(decide(address)).toBe('not-an-address');
  });
});

describe('addresses that may be reached', () => {
  it.each(['1.1.1.1', '9.9.9.9', '172.15.0.1', '172.32.0.1', '100.63.0.1', '100.128.0.1', '2606:4700::1111'])(
    '%s is public',
    (address) => {
      expect(decide(address)).toBe(address);
    },
  );

  it.each([
    ['a network', '127.0.0.0/8', '127.0.0.1', '127.0.0.1'],
    ['the same, mapped', '127.0.0.0/8', '::ffff:127.0.0.1', '127.0.0.1'],
    ['one of several networks', '10.1.0.0/16, fd12::/48', 'fd12::7', 'fd12::7'],
    ['a single address', '192.168.1.5', '192.168.1.5', '192.168.1.5'],
    ['not its neighbour', '192.168.1.5', '192.168.1.6', 'not-public'],
    ['not another network', '10.1.0.0/16', '10.2.0.1', 'not-public'],
    ['not IPv6 loopback by IPv4 loopback', '127.0.0.0/8', '::1', 'not-public'],
  ])('explicitly allowed by the operator: %s', (_name, allowed, address, expected) => {
    expect(decide(address, allowed)).toBe(expected);
  });

  it('a list with a mistake is refused with its entry', () => {
    expect(() => readNetworks('10.0.0.0/8, 10.0.0/99')).toThrow('"10.0.0/99" is no network');
    expect(() => readNetworks('everything')).toThrow('"everything" is no network');
  });
});
