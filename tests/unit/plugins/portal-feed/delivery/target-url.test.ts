import { readNetworks } from '#src/plugins/portal-feed/server/src/delivery/domain/networks';
import {
  decideTarget,
  type TargetRules,
} from '#src/plugins/portal-feed/server/src/delivery/domain/target-url';

const strict: TargetRules = { allowHttp: false, allowedNetworks: [] };
const local: TargetRules = { allowHttp: true, allowedNetworks: readNetworks('127.0.0.0/8') };

const decide = (url: string, rules = strict): string => {
  const decision = decideTarget(url, rules);
  return decision.ok ? decision.host : decision.reason;
};

it.each([
  ['https', 'https://portal.example.de/hook', 'portal.example.de'],
  ['https on another port', 'https://portal.example.de:8443/', 'portal.example.de'],
  ['a full name', 'https://portal.example.de./', 'portal.example.de'],
  ['an international name', 'https://bäckerei.example/', 'xn--bckerei-5wa.example'],
  ['a public address', 'https://1.1.1.1/', '1.1.1.1'],
  ['a public IPv6 address', 'https://[2606:4700::1111]/', '2606:4700::1111'],
])('%s is accepted', (_name, url, host) => {
  expect(decide(url)).toBe(host);
});

it.each([
  ['plain http', 'http://portal.example.de/', 'insecure-url'],
  ['another protocol', 'ftp://portal.example.de/', 'insecure-url'],
  ['a file', 'file:///etc/passwd', 'insecure-url'],
  ['credentials', 'https://user:secret@portal.example.de/', 'credentials'],
  ['no URL', 'portal', 'not-a-url'],
  ['a zone', 'https://[fe80::1%25eth0]/', 'not-a-url'],
  ['loopback by name', 'https://localhost/', 'forbidden-address'],
  ['loopback by a name below', 'https://x.localhost/', 'forbidden-address'],
  ['loopback', 'https://127.0.0.1/', 'forbidden-address'],
  ['loopback, short', 'https://127.1/', 'forbidden-address'],
  ['loopback, decimal', 'https://2130706433/', 'forbidden-address'],
  ['loopback, hexadecimal', 'https://0x7f.0.0.1/', 'forbidden-address'],
  ['loopback, octal', 'https://0177.0.0.01/', 'forbidden-address'],
  ['loopback, in wide digits', 'https://１２７.０.０.１/', 'forbidden-address'],
  ['loopback, dots of another script', 'https://127。0。0。1/', 'forbidden-address'],
  ['loopback with a dot at the end', 'https://127.0.0.1./', 'forbidden-address'],
  ['nothing', 'https://0/', 'forbidden-address'],
  ['IPv6 loopback', 'https://[::1]/', 'forbidden-address'],
  ['a mapped address', 'https://[::ffff:169.254.169.254]/', 'forbidden-address'],
])('%s is refused', (_name, url, reason) => {
  expect(decide(url)).toBe(reason);
});

it('an operator may allow http and a network of their own', () => {
  expect(decide('http://127.0.0.1:8080/hook', local)).toBe('127.0.0.1');
  expect(decide('http://localhost:8080/hook', local)).toBe('localhost');
  expect(decide('http://10.0.0.1/hook', local)).toBe('forbidden-address');
});
