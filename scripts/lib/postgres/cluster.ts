import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Binaries } from './binaries';
import { freePort } from './free-port';
import { readPostmaster, removeIfStranger } from './postmaster-file';
import { giveTo, type ServerAccount } from './server-account';

/** A data directory and what is needed to run a server on it. */
export interface Cluster {
  directory: string;
  logFile: string;
  account: ServerAccount;
  binaries: Binaries;
  /** Settings for the command line, such as `{ fsync: 'off' }`. */
  settings?: Record<string, string>;
}

// Only recovery of a large cluster after a crash takes long.
const START_DEADLINE_MS = 60_000;
const POLL_MS = 25;

/**
 * Creates the cluster with one superuser, completely or not at all: initdb works in a draft directory that is then
 * renamed. If another process is faster, its cluster is used.
 */
export function initCluster(cluster: Cluster, user: string, password: string): void {
  if (existsSync(cluster.directory)) return;
  const draft = `${cluster.directory}.${process.pid}.draft`;
  const passwordFile = `${draft}.pw`;
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  giveTo(cluster.account, draft);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  giveTo(cluster.account, passwordFile);
  try {
    runInitdb(cluster, draft, user, passwordFile);
    renameSync(draft, cluster.directory);
  } catch (cause) {
    if (!existsSync(cluster.directory)) throw cause;
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

function runInitdb(cluster: Cluster, directory: string, user: string, passwordFile: string): void {
  const result = spawnSync(
    cluster.binaries.initdb,
    [
      `--pgdata=${directory}`,
      `--username=${user}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // Built in, so that text sorts and folds the same on every machine; German order: COLLATE "de-x-icu".
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-instructions',
      ...(cluster.settings?.['fsync'] === 'off' ? ['--no-sync'] : []),
    ],
    { ...cluster.account, cwd: '/', encoding: 'utf8', env: serverEnvironment() },
  );
  if (result.status !== 0) {
    throw new Error(`PostgreSQL could not create its cluster: ${result.error?.message ?? result.stderr}`);
  }
}

/**
 * Starts a server in a separate session, so that Ctrl-C in the terminal does not reach it before Strapi is done. It
 * listens only on 127.0.0.1. If the cluster is already being served, that server is used.
 *
 * @param preferredPort tried first; if it is in use, a free port is taken
 * @returns the port
 */
export async function startServer(cluster: Cluster, preferredPort?: number): Promise<number> {
  const deadline = Date.now() + START_DEADLINE_MS;
  for (;;) {
    const port = await freePort(preferredPort);
    const outcome = await attemptStart(cluster, port, deadline);
    if (outcome.ready) return outcome.port;
    if (Date.now() > deadline || !worthAnotherTry(cluster, outcome.log)) {
      throw new Error(`PostgreSQL did not start. The end of ${cluster.logFile}:\n${outcome.log}`);
    }
    await pause(250);
  }
}

type Attempt = { ready: true; port: number } | { ready: false; log: string };

async function attemptStart(cluster: Cluster, port: number, deadline: number): Promise<Attempt> {
  const log = openSync(cluster.logFile, 'w', 0o600);
  const child = spawn(cluster.binaries.postgres, serverArguments(cluster, port), {
    ...cluster.account,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    env: serverEnvironment(),
  });
  closeSync(log);
  let ended = false;
  child.once('error', () => (ended = true)).once('exit', () => (ended = true));
  child.unref();
  while (Date.now() < deadline) {
    const running = readPostmaster(cluster.directory);
    if (running?.ready && running.pid === child.pid) return { ready: true, port: running.port };
    if (ended) {
      // Someone else was faster and serves the cluster, or the file belongs to a dead server.
      if (running?.ready && !removeIfStranger(cluster.directory)) return { ready: true, port: running.port };
      break;
    }
    await pause(POLL_MS);
  }
  return { ready: false, log: readFileSync(cluster.logFile, 'utf8').split('\n').slice(-12).join('\n') };
}

function serverArguments(cluster: Cluster, port: number): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    timezone: 'UTC',
    // Temporary disk space per session: a statement that needs more fails, so that the disk does not fill up
    // (docs/adr/0031).
    temp_file_limit: '1GB',
    ...cluster.settings,
  };
  return [
    '-D',
    cluster.directory,
    ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
  ];
}

/** A stale lock, a port taken in between, or backends of a killed server that have not exited yet. */
function worthAnotherTry(cluster: Cluster, log: string): boolean {
  if (/postmaster\.pid" (?:already exists|is empty)/.test(log)) {
    removeIfStranger(cluster.directory);
    return true;
  }
  return /could not bind|could not create any TCP|pre-existing shared memory block/.test(log);
}

/**
 * Stops the server of this cluster and waits until it is gone.
 *
 * @param mode 'fast' disconnects clients and writes everything; 'immediate' is for data nobody needs again
 */
export async function stopServer(directory: string, mode: 'fast' | 'immediate' = 'fast'): Promise<void> {
  if (removeIfStranger(directory)) return;
  const running = readPostmaster(directory);
  if (!running) return;
  process.kill(running.pid, mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
  const deadline = Date.now() + START_DEADLINE_MS;
  // An immediate stop leaves the file behind, so the process itself is checked.
  while (readPostmaster(directory)?.pid === running.pid && !removeIfStranger(directory)) {
    if (Date.now() > deadline) throw new Error(`PostgreSQL (pid ${running.pid}) does not stop.`);
    await pause(POLL_MS);
  }
}

/** LC_ALL and PG* of the caller must not reach the server. */
function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
}
