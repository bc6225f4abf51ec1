import { Client } from 'pg';
import { createThrowawayCluster, removeOrphanedClusters } from '../lib/postgres/throwaway-cluster';
import type { Closing } from '../lib/run-script';
import { callProcess } from './process-calls';
import type { Progress } from './progress';
import { startProcess } from './start-process';
import { appEnvironment } from './app/environment';
import { seedDatabase } from './seed/seed-database';

/** A throwaway PostgreSQL with databases of several sizes. */
export interface BenchDatabases {
  /** The server's version */
  version: string;
  /** postgresql://… of a database with this many businesses and their read model; created on first use */
  seeded(size: number): Promise<string>;
  /** postgresql://… of a copy of the seeded database, for suites that write */
  copy(size: number, name: string): Promise<string>;
}

/** Starts PostgreSQL until the script ends. */
export async function openBenchDatabases(
  closing: Closing,
  { durable, progress }: { durable: boolean; progress: Progress },
): Promise<BenchDatabases> {
  await removeOrphanedClusters();
  const starting = createThrowawayCluster({ durable });
  closing.add(async () => (await starting.catch(() => undefined))?.remove());
  const { url } = await starting;
  const empty = databaseUrl(url, 'bench_empty');
  await onDatabase(url, (client) => client.query('create database bench_empty'));
  progress.step('booting', 1);
  // The application creates its tables and records that its empty read model is complete; otherwise its job would
  // rebuild it at the same time as we do.
  await fill(empty, 'rebuild', 'booting', progress);
  return benchDatabases(url, 'bench_empty', progress);
}

/**
 * Databases on a running server.
 *
 * @param url of any database there, as superuser
 * @param empty name of a database on which Stadtverbund has been booted; it must have no connections
 */
export async function benchDatabases(
  url: string,
  empty: string,
  progress: Progress,
): Promise<BenchDatabases> {
  const made = new Map<string, Promise<string>>();
  const once = (name: string, make: (to: string) => Promise<void>): Promise<string> => {
    const to = databaseUrl(url, name);
    const making = made.get(name) ?? make(to).then(() => to);
    made.set(name, making);
    return making;
  };
  const seeded = (size: number): Promise<string> =>
    once(`bench_${size}`, async (to) => {
      await copyDatabase(url, empty, `bench_${size}`);
      await seed(to, size, progress);
    });
  return {
    version: await onDatabase(url, async (client) => {
      const { rows } = await client.query<{ server_version: string }>('show server_version');
      return rows[0]?.server_version ?? 'unknown';
    }),
    seeded,
    copy: (size, name) =>
      once(name, async () => {
        await seeded(size);
        await copyDatabase(url, `bench_${size}`, name);
      }),
  };
}

/** Fills a database on which Stadtverbund has been booted, and builds its read model. */
export async function seed(databaseUrl: string, size: number, progress: Progress): Promise<void> {
  progress.step(`seeding ${size.toLocaleString('en')} businesses`, size);
  await onDatabase(databaseUrl, (client) =>
    seedDatabase(client, { size, onProgress: (done) => progress.set(done) }),
  );
  await fill(databaseUrl, 'rebuild', `read model of ${size.toLocaleString('en')} businesses`, progress);
}

/** Starts a separate Stadtverbund to build what it derives from the content: its read model, or the log of its feed. */
export async function fill(
  databaseUrl: string,
  what: 'rebuild' | 'reconcile',
  title: string,
  progress: Progress,
): Promise<void> {
  const app = await startProcess('app/fill-app.ts', { env: appEnvironment(databaseUrl, { PORT: '0' }) });
  try {
    let total = 0;
    await callProcess(app.child, what, null, (state) => {
      if (state.total !== total) progress.step(title, (total = state.total));
      progress.set(state.done);
    });
  } finally {
    progress.end();
    await app.stop();
  }
  // The plans we measure depend on statistics.
  await onDatabase(databaseUrl, (client) => client.query('vacuum analyze'));
}

export async function onDatabase<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const copyDatabase = (url: string, from: string, to: string): Promise<unknown> =>
  onDatabase(url, (client) => client.query(`create database ${to} template ${from} strategy file_copy`));

function databaseUrl(cluster: string, name: string): string {
  const url = new URL(cluster);
  url.pathname = `/${name}`;
  return url.href;
}
