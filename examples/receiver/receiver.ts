import { once } from 'node:events';
import { keepInStep } from './keep-in-step';
import { Store } from './store';
import { webhookServer } from './webhook-server';

const HELP = `A receiver of the portal feed: keeps a JSON file in step with what is public.

  RECEIVER_SECRETS  webhook secrets, whsec_…, comma-separated (the old one too while you rotate); required
  RECEIVER_FILE     the JSON file; default listings.json
  PORT, HOST        where it listens; default 8080 on 127.0.0.1 (put a proxy with TLS before it)
  FEED_URL          address of the city's Stadtverbund, to catch up on start and then every ten minutes; without it
                    nothing is pulled
  FEED_TOKEN        the portal's pull token`;

const required = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set.\n\n${HELP}`);
  return value;
};

async function main(): Promise<void> {
  if (process.argv.includes('--help')) return console.log(HELP);
  const secrets = required('RECEIVER_SECRETS').split(',');
  const store = await Store.open(process.env['RECEIVER_FILE'] ?? 'listings.json');
  const server = webhookServer(store, secrets);
  server.listen(Number(process.env['PORT'] ?? 8080), process.env['HOST'] ?? '127.0.0.1');
  await once(server, 'listening');
  console.log(`listening on ${JSON.stringify(server.address())}`);
  // Webhooks are accepted while it catches up: the numbers determine the order, not the time of arrival.
  const url = process.env['FEED_URL'];
  process.on('SIGTERM', () => server.close(() => process.exit(0)));
  if (url) await keepInStep({ url, token: required('FEED_TOKEN') }, store);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
