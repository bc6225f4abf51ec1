import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { binariesFor } from './binaries';
import { initCluster, startServer, stopServer } from './cluster';
import { isGone } from './postmaster-file';
import { canEnter, serverAccountFor, type ServerAccount } from './server-account';
import { sharedHome } from './shared-home';

export interface ThrowawayCluster {
  /** postgresql://… of the database `postgres`, as superuser */
  url: string;
  /** Stops the server immediately and deletes everything. */
  remove(): Promise<void>;
}

const PREFIX = 'stadtverbund-throwaway-';
const OWNER_FILE = 'owner.pid';

const FAST: Record<string, string> = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Starts a PostgreSQL for tests: in a separate directory, on a free port, fast instead of durable.
 *
 * @param durable whether a commit is on disk when it returns, for measurements that would otherwise be unfair
 */
export async function createThrowawayCluster({ durable = false } = {}): Promise<ThrowawayCluster> {
  const account = serverAccountFor('');
  const home = mkdtempSync(join(placeFor(account), PREFIX));
  chmodSync(home, 0o755);
  writeFileSync(join(home, OWNER_FILE), String(process.pid));
  const directory = join(home, 'cluster');
  const password = randomBytes(18).toString('base64url');
  const cluster = {
    directory,
    logFile: join(home, 'server.log'),
    account,
    binaries: binariesFor(account),
    // 400: each Strapi takes up to 16 connections, and Jest starts one for each core.
    settings: { ...(durable ? {} : FAST), max_connections: '400' },
  };
  const remove = async (): Promise<void> => {
    await stopServer(directory, 'immediate');
    rmSync(home, { recursive: true, force: true });
  };
  try {
    initCluster(cluster, 'stadtverbund', password);
    const port = await startServer(cluster);
    return { url: `postgresql://stadtverbund:${password}@127.0.0.1:${port}/postgres`, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Removes clusters whose owner is gone, for example after kill -9. Running ones of others stay. */
export async function removeOrphanedClusters(): Promise<void> {
  const asRoot = process.getuid?.() === 0;
  for (const place of asRoot ? [tmpdir(), sharedHome()] : [tmpdir()]) {
    for (const home of throwawayHomesIn(place)) {
      if (!isOrphan(home)) continue;
      await stopServer(join(home, 'cluster'), 'immediate');
      rmSync(home, { recursive: true, force: true });
    }
  }
}

function placeFor(account: ServerAccount): string {
  return account.uid === undefined || canEnter(account, tmpdir()) ? tmpdir() : sharedHome();
}

function throwawayHomesIn(place: string): string[] {
  return readdirSync(place, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.startsWith(PREFIX))
    .map((entry) => join(place, entry.name));
}

/** Whether it is ours and its owner is gone (or died at least a minute ago, before it could register). */
function isOrphan(home: string): boolean {
  const { uid, mtimeMs } = statSync(home);
  if (process.getuid && uid !== process.getuid()) return false;
  const ownerFile = join(home, OWNER_FILE);
  if (!existsSync(ownerFile)) return Date.now() - mtimeMs > 60_000;
  return isGone(Number(readFileSync(ownerFile, 'utf8')));
}
