import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { callProcess } from '#scripts/bench/process-calls';
import { PROJECT_ROOT } from '#scripts/lib/project';
import { eventually } from '../../support/eventually';
import { startReceiver, type WebhookReceiver } from '../../support/webhook-receiver';

/** A child process, with its output kept in case it fails. */
export interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Resolves when it has ended, with the signal that ended it. */
  readonly ended: Promise<NodeJS.Signals | null>;
}

// Five seconds on an idle machine; a busy one may take much longer.
const BOOT_DEADLINE_MS = 300_000;

function start(file: string, env: NodeJS.ProcessEnv): Started {
  const child = fork(file, [], {
    cwd: PROJECT_ROOT,
    env: { ...process.env, ...env },
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (text = (text + chunk.toString()).slice(-8_000)));
  const ended = once(child, 'exit').then(([, signal]) => signal as NodeJS.Signals | null);
  return { child, output: () => text, ended };
}

/** Starts a Stadtverbund on this database, which delivers to 127.0.0.1, and waits until it serves. */
export async function startServerProcess(databaseUrl: string): Promise<Started> {
  const server = start(join(__dirname, 'server-process.ts'), {
    DATABASE_URL: databaseUrl,
    FEED_ALLOW_NETWORKS: '127.0.0.0/8',
    FEED_ALLOW_HTTP: 'true',
    MAIL_DIR: join(tmpdir(), `stadtverbund-mail-${process.pid}`),
  });
  const ready = once(server.child, 'message', { signal: AbortSignal.timeout(BOOT_DEADLINE_MS) });
  const outcome = await Promise.race([ready.then(() => 'ready'), server.ended.then(() => 'ended')]);
  if (outcome === 'ended') throw new Error(`The server did not start:\n${server.output()}`);
  return server;
}

/** Ends a process as a power cut does. */
export async function kill({ child, ended }: Started): Promise<void> {
  child.kill('SIGKILL');
  await ended;
}

export async function onDatabase<Row>(url: string, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(text, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

const EVERYTHING = {
  types: [],
  categories: [],
  districts: [],
  postcodes: [],
  boundingBox: null,
  locales: [],
};

/** The reference receiver in examples/receiver, as a portal would run it, and one that records every request. */
export interface Receivers {
  readonly recorder: WebhookReceiver;
  /** The reference receiver's file: document id to listing, `null` if removed. */
  readonly file: () => Map<string, { name: string } | null>;
  close(): Promise<void>;
}

interface FileContents {
  entries: Record<string, { event: { data: { listing: { name: string } } } | null }>;
}

/** Creates a portal for each of them. */
export async function startReceivers(server: Started): Promise<Receivers> {
  const recorder = await startReceiver();
  await callProcess(server.child, 'portal', portalAt(recorder.url));
  const folder = mkdtempSync(join(tmpdir(), 'stadtverbund-receiver-'));
  const file = join(folder, 'listings.json');
  // The port has to be known before the portal exists, and the secret before the receiver does.
  const port = await freePort();
  const issued = await callProcess<{ secret: string }>(
    server.child,
    'portal',
    portalAt(`http://127.0.0.1:${port}/`),
  );
  const reference = start(join(PROJECT_ROOT, 'examples', 'receiver', 'receiver.ts'), {
    RECEIVER_SECRETS: issued.secret,
    RECEIVER_FILE: file,
    PORT: String(port),
  });
  await eventually('the receiver listens', () => reference.output().includes('listening on'), 30_000);
  return {
    recorder,
    file: () => {
      const { entries } = JSON.parse(readFileSync(file, 'utf8')) as FileContents;
      return new Map(
        Object.entries(entries).map(([id, { event }]) => [id, event && { name: event.data.listing.name }]),
      );
    },
    async close() {
      await kill(reference);
      await recorder.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

let portals = 0;

/** A portal that gets everything at this address. */
export function portalAt(url: string): object {
  portals += 1;
  return { name: `Portal ${portals}`, contactEmail: 'portal@example.org', url, filter: EVERYTHING };
}

async function freePort(): Promise<number> {
  const probe = await startReceiver();
  const { port } = new URL(probe.url);
  await probe.close();
  return Number(port);
}

const UNDELIVERED = `
select (select count(*) from stadtverbund.feed_delivery where state in ('waiting', 'retrying', 'sending'))
  + (select count(*) from stadtverbund.feed_event where seq > (select seq from stadtverbund.feed_fanout)) as open`;

/** Waits until every event has been delivered to every portal. */
export async function untilDelivered(databaseUrl: string, milliseconds = 60_000): Promise<void> {
  await eventually(
    'everything is delivered',
    async () => Number((await onDatabase<{ open: string }>(databaseUrl, UNDELIVERED))[0]?.open) === 0,
    milliseconds,
  );
}

/** What is public now: document id to name. */
export async function publicNames(databaseUrl: string): Promise<Map<string, string>> {
  const rows = await onDatabase<{ id: string; name: string }>(
    databaseUrl,
    `select document_id as id, name from public.businesses
     where published_at is not null and syndication_consent and locale = 'de'`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** What does not agree, in words; empty if all is well. */
export interface Disagreements {
  readonly lost: string[];
  readonly phantoms: string[];
  readonly duplicates: string[];
}

interface Logged {
  id: string;
  seq: string;
  type: string;
  document_id: string;
}

/** Compares what arrived with the log and with what is public. */
export async function compare(databaseUrl: string, receivers: Receivers): Promise<Disagreements> {
  const names = await publicNames(databaseUrl);
  const file = receivers.file();
  const lost = [...names]
    .filter(([id, name]) => file.get(id)?.name !== name)
    .map(([id, name]) => `${id} is public as "${name}"; the file says ${JSON.stringify(file.get(id))}`);
  const kept = [...file].filter(([id, listing]) => listing && !names.has(id)).map(([id]) => `${id} is kept`);
  const log = new Map(
    (
      await onDatabase<Logged>(
        databaseUrl,
        'select id, seq, type, document_id from stadtverbund.feed_event where seq is not null',
      )
    ).map((event) => [event.id, event]),
  );
  const { received } = receivers.recorder;
  const ids = new Map<number, Set<string>>();
  const unlogged = received.flatMap(({ headers, body }) => {
    const id = String(headers['webhook-id']);
    const { sequence } = body.data;
    ids.set(sequence, (ids.get(sequence) ?? new Set()).add(id));
    const event = log.get(id);
    const agrees =
      event &&
      Number(event.seq) === sequence &&
      event.type === body.type &&
      event.document_id === body.data.id;
    return agrees ? [] : [`${id} (${body.type}, ${sequence}) is not in the log`];
  });
  const duplicates = [...ids].filter(([, used]) => used.size > 1).map(([sequence]) => `event ${sequence}`);
  return { lost, phantoms: [...kept, ...unlogged], duplicates };
}
