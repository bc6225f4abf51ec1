import Table from 'cli-table3';
import type {
  DeliveriesService,
  DeliveryItem,
  DeliveryQuery,
  Portal,
  PortalsService,
} from '../src/plugins/portal-feed/server/src/contract';
import { DELIVERY_STATES } from '../src/plugins/portal-feed/server/src/contract';
import { readCommandLine } from './lib/command-line';
import { loadInstallation } from './lib/open-installation';
import { runScript } from './lib/run-script';

const HELP = `
Usage: npm run feed -- COMMAND [options]

What the admin panel does with the portal feed, for the command line. It may run while Stadtverbund runs; what is
scheduled here is delivered by the running instances, or by this command while it runs.

  portals                              the portals and how deliveries to them go
  list [--portal P] [--state S]        deliveries of a portal, the newest first; without one, the portals
  replay --portal P --from N [--to M]  sends what the portal sees of the events N to M again (one event: only --from)
  resync --portal P                    sends everything that the portal's filter matches now
  ping --portal P                      sends a test event and says what came of it
  send-again ID                        a new attempt of one delivery

  --portal P    id or name of a portal
  --state S     ${DELIVERY_STATES.join(', ')}, open (waiting and retrying) or trouble (retrying and failed)
  --limit N     lines of a list (default 20)
  --json        for programs
`;

const { values, positionals } = readCommandLine({
  help: HELP,
  allowPositionals: true,
  options: {
    portal: { type: 'string' },
    state: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    limit: { type: 'string' },
    json: { type: 'boolean' },
  },
});

interface Feed {
  readonly portals: PortalsService;
  readonly deliveries: DeliveriesService;
}

const say = (text: string, data: unknown): void => console.log(values.json ? JSON.stringify(data) : text);

function table(head: string[], rows: (string | number | null)[][]): string {
  const drawn = new Table({ head, style: { compact: true, head: [], border: [] } });
  drawn.push(...rows.map((row) => row.map((cell) => cell ?? '')));
  return drawn.toString();
}

function wholeNumber(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 1)
    throw new Error(`--${name} is "${value}". It is a whole number from 1 on.`);
  return number;
}

async function portalOf({ portals }: Feed): Promise<Portal> {
  const { portal } = values;
  if (!portal)
    throw new Error('Which portal? --portal takes its id or name; "npm run feed -- portals" lists them.');
  const found = (await portals.list()).filter(({ documentId, name }) => [documentId, name].includes(portal));
  const [one] = found;
  if (!one) throw new Error(`There is no portal "${portal}". "npm run feed -- portals" lists them.`);
  if (found.length > 1) throw new Error(`Several portals are called "${portal}": take the id.`);
  return one;
}

const row = (item: DeliveryItem): (string | number | null)[] => [
  item.id,
  item.sequence,
  item.eventType,
  item.title ?? item.documentId,
  item.state,
  item.attempts,
  item.status ?? item.failure,
  item.lastAttemptAt,
];

const HEAD = ['id', 'event', 'type', 'listing', 'state', 'attempts', 'answer', 'last attempt'];

async function listPortals({ portals, deliveries }: Feed): Promise<void> {
  const all = await portals.list();
  const health = await deliveries.health(
    all.map(({ documentId }) => documentId),
    new Date(),
  );
  const rows = all.map(({ documentId, name, state, stateReason, url }) => {
    const { backlog = 0, lastSuccessAt = null, failingSince = null } = health.get(documentId) ?? {};
    return { documentId, name, state, stateReason, url, backlog, lastSuccessAt, failingSince };
  });
  const cells = rows.map((portal) => [
    portal.documentId,
    portal.name,
    portal.stateReason ? `${portal.state} (${portal.stateReason})` : portal.state,
    portal.backlog,
    portal.lastSuccessAt,
    portal.failingSince,
  ]);
  say(table(['id', 'name', 'state', 'backlog', 'last success', 'failing since'], cells), rows);
}

function stateOf(state: string | undefined): DeliveryQuery['state'] {
  const known = [...DELIVERY_STATES, 'open', 'trouble'] as const;
  const found = known.find((one) => one === state);
  if (state !== undefined && !found) throw new Error(`--state is ${known.join(', ')}, not "${state}".`);
  return found;
}

async function listDeliveries(feed: Feed): Promise<void> {
  if (values.portal === undefined) return listPortals(feed);
  const { documentId } = await portalOf(feed);
  const pageSize = wholeNumber('limit', values.limit) ?? 20;
  const state = stateOf(values.state);
  const { items, total } = await feed.deliveries.list({ portal: documentId, state, page: 1, pageSize });
  say(`${table(HEAD, items.map(row))}\n${items.length} of ${total}`, { items, total });
}

async function replay(feed: Feed): Promise<void> {
  const from = wholeNumber('from', values.from);
  if (from === undefined) throw new Error('From which event on? --from takes its number in the log.');
  const to = wholeNumber('to', values.to) ?? from;
  if (to < from) throw new Error(`--to (${to}) is before --from (${from}).`);
  const scheduled = await feed.deliveries.replay((await portalOf(feed)).documentId, { from, to });
  say(`${scheduled} events are scheduled.`, { scheduled });
}

async function resync(feed: Feed): Promise<void> {
  const scheduled = await feed.deliveries.resync((await portalOf(feed)).documentId);
  say(`${scheduled} events are scheduled.`, { scheduled });
}

async function ping(feed: Feed): Promise<void> {
  const portal = await portalOf(feed);
  const item = await feed.deliveries.ping(portal.documentId);
  if (!item) throw new Error(`"${portal.name}" has no target URL: it only pulls.`);
  const answer = item.failure ?? 'delivered';
  say(`${answer}, HTTP status ${item.status ?? '-'}, ${item.duration ?? 0} ms`, item);
  if (item.failure) process.exitCode = 1;
}

async function sendAgain({ deliveries }: Feed): Promise<void> {
  const id = positionals[1];
  if (!id) throw new Error('Which delivery? npm run feed -- send-again ID');
  const item = await deliveries.sendAgain(id);
  if (!item) throw new Error(`There is no delivery ${id}.`);
  say(table(HEAD, [row(item)]), item);
}

const COMMANDS: Readonly<Record<string, (feed: Feed) => Promise<void>>> = {
  portals: listPortals,
  list: listDeliveries,
  replay,
  resync,
  ping,
  'send-again': sendAgain,
};

const [name = ''] = positionals;
const command = COMMANDS[name];
if (!command) {
  console.error(`${name ? `There is no command "${name}".` : 'Which command?'}\n${HELP}`);
  process.exit(2);
}

runScript(async (closing) => {
  const strapi = await loadInstallation(closing, 'error');
  const { services } = strapi.plugin('portal-feed') as unknown as { services: Feed };
  await command(services);
});
