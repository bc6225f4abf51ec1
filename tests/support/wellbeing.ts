import { readdirSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Client } from 'pg';
import { eventually } from './eventually';
import { startedApp } from './started-app';

/** What must return to its old value after an attack. */
export interface Readings {
  /** Names of upload files in the temporary folder */
  temporaryFiles: readonly string[];
  /** Statements of this database that PostgreSQL is still busy with */
  busyConnections: number;
  /** Bytes of PostgreSQL's temporary files in the whole cluster */
  databaseTemporaryBytes: number;
  /** Bytes that Node holds after garbage collection: heap and buffers */
  heldBytes: number;
}

const MEGABYTE = 1024 * 1024;
// For loaded modules, plans and pools; a leak from an attack would be far larger.
const GROWTH_ALLOWED = 100 * MEGABYTE;

/** Readings of the suite's instance, its database and its temporary folder. */
export async function takeReadings(): Promise<Readings> {
  const { busy, bytes } = await databaseReadings();
  return {
    temporaryFiles: temporaryFiles(),
    busyConnections: busy,
    databaseTemporaryBytes: bytes,
    heldBytes: heldBytes(),
  };
}

/**
 * After an attack: checks that `/_health` and a public list answer, and that disk, memory and connections are back to
 * normal.
 *
 * @throws Error that says what is not
 */
export async function expectWellbeing(before: Readings): Promise<void> {
  await expectAnswer('/_health', [200, 204]);
  await expectAnswer('/api/businesses?pagination[pageSize]=1', [200]);
  await back('temporary files of uploads', () => newTemporaryFiles(before).length === 0);
  await back(
    'statements in the database',
    async () => (await databaseReadings()).busy <= before.busyConnections,
  );
  await back(
    'temporary files of the database',
    async () => (await databaseReadings()).bytes <= before.databaseTemporaryBytes,
  );
  await back('memory', () => heldBytes() <= before.heldBytes + GROWTH_ALLOWED);
}

const back = (what: string, holds: () => boolean | Promise<boolean>): Promise<true> =>
  eventually(`${what} are back where they were`, async () => (await holds()) || undefined, 20_000);

async function expectAnswer(path: string, allowed: readonly number[]): Promise<void> {
  const { status } = await fetch(`${startedApp().url}${path}`, { signal: AbortSignal.timeout(20_000) });
  if (!allowed.includes(status)) throw new Error(`After the attack ${path} answers ${status}.`);
}

// By the names of the folders for forms, our uploads and Strapi's, and of formidable's files.
const temporaryFiles = (): string[] =>
  readdirSync(startedApp().temporaryFolder).filter((name) =>
    /^((stadtverbund-(form|upload)|strapi-upload)-|[0-9a-z]{25}(\.|$))/.test(name),
  );

const newTemporaryFiles = (before: Readings): string[] =>
  temporaryFiles().filter((name) => !before.temporaryFiles.includes(name));

async function databaseReadings(): Promise<{ busy: number; bytes: number }> {
  const client = new Client({ connectionString: startedApp().databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ busy: number; bytes: string }>(
      `select (select count(*)::int from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid() and state = 'active'
                  and backend_type = 'client backend') as busy,
              (select coalesce(sum(size), 0) from pg_ls_tmpdir()) as bytes`,
    );
    return { busy: rows[0]!.busy, bytes: Number(rows[0]!.bytes) };
  } finally {
    await client.end();
  }
}

function heldBytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
