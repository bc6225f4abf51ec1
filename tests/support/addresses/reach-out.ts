import { once } from 'node:events';
import { createServer } from 'node:http';
import { hostname, networkInterfaces } from 'node:os';
import type { AddressInfo } from 'node:net';
import { readNetworks } from '#src/plugins/portal-feed/server/src/delivery/domain/networks';
import { filteringAgents } from '#src/plugins/portal-feed/server/src/delivery/sender/agents';
import { post, type Sender } from '#src/plugins/portal-feed/server/src/delivery/sender/post';
import { dnsResolver } from '#src/plugins/portal-feed/server/src/delivery/sender/resolve-host';
import { startDnsServer, type Zone } from './dns-server';

/** The result of a request, and whether it reached anything inside. */
export interface Reached {
  readonly name: string;
  readonly url: string;
  readonly failure: string;
}

export interface Report {
  readonly addresses: Reached[];
  readonly rebinding: { runs: number; delivered: number; refused: number; questions: number };
  /** Connections to the listeners inside; there should be none. */
  readonly inside: number;
  /** Connections to the listener outside. */
  readonly outside: number;
  /** Shows that an allowed sender can reach the listener inside at all. */
  readonly control: string;
}

const RUNS = 100;

// 127.0.0.2 represents the internet and is explicitly allowed. Everything else on this machine is inside.
const OUTSIDE = '127.0.0.2';

interface Listener {
  readonly port: number;
  readonly connections: () => number;
  close(): void;
}

async function listenOn(host: string, port = 0): Promise<Listener> {
  let connections = 0;
  const server = createServer((_request, answer) => void answer.end());
  server.on('connection', () => (connections += 1));
  server.listen(port, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    close: () => server.closeAllConnections(),
  };
}

function senderFor(allowed: string, servers?: readonly string[]): Sender {
  const allowedNetworks = readNetworks(allowed);
  return {
    rules: { allowHttp: true, allowedNetworks },
    agents: filteringAgents(allowedNetworks),
    resolve: dnsResolver(servers),
    connectTimeout: 1_500,
    requestTimeout: 3_000,
  };
}

const headers = { 'content-type': 'application/json', 'content-length': '2' };

async function failureOf(url: string, sender: Sender): Promise<string> {
  const { signal } = new AbortController();
  const { reply } = await post({ url, headers, body: '{}', signal }, sender);
  return reply.kind === 'answer' ? `answered ${reply.status}` : reply.failure;
}

const ownAddresses = (): [string, string][] =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal }) => !internal)
    .map(({ address, family }) => [
      'an address of this machine',
      family === 'IPv6' ? `[${address}]` : address,
    ]);

/** Ways to write an address inside, each with the port of the listener. */
const CASES: readonly (readonly [string, string])[] = [
  ['loopback', '127.0.0.1'],
  ['another loopback', '127.8.8.8'],
  ['short', '127.1'],
  ['three parts', '127.0.1'],
  ['decimal', '2130706433'],
  ['hexadecimal', '0x7f000001'],
  ['hexadecimal parts', '0x7f.0x0.0x0.0x1'],
  ['octal', '017700000001'],
  ['octal parts', '0177.0.0.01'],
  ['mixed', '0x7f.0.0.01'],
  ['wide digits', '１２７.0.0.1'],
  ['other dots', '127。0。0。1'],
  ['a dot at the end', '127.0.0.1.'],
  ['encoded', '%31%32%37.0.0.1'],
  ['unspecified', '0.0.0.0'],
  ['unspecified, short', '0'],
  ['IPv6 loopback', '[::1]'],
  ['IPv6 loopback, written out', '[0:0:0:0:0:0:0:1]'],
  ['IPv6 unspecified', '[::]'],
  ['mapped', '[::ffff:127.0.0.1]'],
  ['mapped, hexadecimal', '[::ffff:7f00:1]'],
  ['mapped, written out', '[0:0:0:0:0:ffff:7f00:0001]'],
  ['compatible', '[::127.0.0.1]'],
  ['translated', '[::ffff:0:127.0.0.1]'],
  ['NAT64', '[64:ff9b::7f00:1]'],
  ['6to4', '[2002:7f00:1::]'],
  ['Teredo', '[2001:0:7f00:1::]'],
  ['a zone', '[fe80::1%25lo]'],
  ['link-local', '[fe80::1]'],
  ['unique local', '[fd00:ec2::254]'],
  ['IPv6 multicast', '[ff02::1]'],
  ['metadata', '169.254.169.254'],
  ['Azure', '168.63.129.16'],
  ['private A', '10.0.0.1'],
  ['private B', '172.16.0.1'],
  ['private C', '192.168.0.1'],
  ['carrier-grade NAT', '100.64.0.1'],
  ['multicast', '224.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['a name', 'localhost'],
  ['a name with a dot', 'localhost.'],
  ['a name below', 'inside.localhost'],
  ['credentials before', 'portal.example@127.0.0.1'],
];

async function tryAddresses(port: number): Promise<Reached[]> {
  const sender = senderFor('');
  const cases = [...CASES, ...ownAddresses(), ['the name of this machine', hostname()] as const];
  const reached: Reached[] = [];
  for (const [name, host] of cases) {
    const url = `http://${host}:${port}/`;
    reached.push({ name, url, failure: await failureOf(url, sender) });
  }
  return reached;
}

/**
 * A name that resolves to the outside when it is checked and to the inside when it is connected to; and other tricks.
 */
function rebindingZone(): Zone {
  const asked = new Map<string, number>();
  return (name, family) => {
    const way = Number(/^run(\d+)\./.exec(name)?.[1] ?? 0) % 5;
    const count = (asked.get(`${name} ${family}`) ?? 0) + 1;
    asked.set(`${name} ${family}`, count);
    const inside = family === 4 ? ['127.0.0.1'] : ['::1'];
    const outside = family === 4 ? [OUTSIDE] : [];
    if (way === 0) return count === 1 ? outside : inside;
    if (way === 1) return count % 2 === 0 ? outside : inside;
    if (way === 2) return family === 4 ? [OUTSIDE, '127.0.0.1'] : [];
    if (way === 3) return family === 4 ? outside : ['::1'];
    return count < 3 ? outside : inside;
  };
}

async function rebind(port: number): Promise<Report['rebinding']> {
  const dns = await startDnsServer(rebindingZone());
  const sender = senderFor(OUTSIDE, [dns.address]);
  const counts = { runs: 0, delivered: 0, refused: 0, questions: 0 };
  for (let run = 0; run < RUNS; run += 1) {
    // Twice, over the existing connection and over a new one.
    for (const agents of [sender.agents, filteringAgents(sender.rules.allowedNetworks)]) {
      const failure = await failureOf(`http://run${run}.rebind.test:${port}/`, { ...sender, agents });
      if (failure === 'answered 200') counts.delivered += 1;
      else counts.refused += 1;
      if (agents !== sender.agents) agents.destroy();
    }
    counts.runs += 1;
  }
  counts.questions = dns.questions();
  sender.agents.destroy();
  dns.close();
  return counts;
}

async function reachOut(): Promise<Report> {
  const inside = await listenOn('127.0.0.1');
  const { port } = inside;
  const [outside, inside6] = [await listenOn(OUTSIDE, port), await listenOn('::1', port)];
  // Anything that uses a proxy from the environment ends up here.
  const proxy = `http://127.0.0.1:${port}`;
  Object.assign(process.env, {
    HTTP_PROXY: proxy,
    http_proxy: proxy,
    ALL_PROXY: proxy,
    NODE_USE_ENV_PROXY: '1',
  });
  const addresses = await tryAddresses(port);
  const rebinding = await rebind(port);
  const heard = inside.connections() + inside6.connections();
  const control = await failureOf(`http://127.0.0.1:${port}/`, senderFor('127.0.0.0/8'));
  return { addresses, rebinding, inside: heard, outside: outside.connections(), control };
}

reachOut().then(
  (report) => {
    process.stdout.write(JSON.stringify(report));
    process.exit(0);
  },
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
