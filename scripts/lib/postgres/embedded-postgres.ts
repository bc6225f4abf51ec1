import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { Client } from 'pg';
import { errorCode } from '../error-code';
import { exclusively } from '../exclusively';
import { DATA_DIRECTORY } from '../project';
import { binariesFor } from './binaries';
import { initCluster, startServer, stopServer, type Cluster } from './cluster';
import { readPostmaster } from './postmaster-file';
import { canEnter, serverAccountFor } from './server-account';
import { sharedHome } from './shared-home';

/** A running PostgreSQL with a database for Strapi. */
export interface OpenDatabase {
  /** postgresql://… */
  url: string;
  /** False if given by DATABASE_URL, and then it is not ours to start and stop. */
  embedded: boolean;
  /** Call when done: stops the embedded server unless another process of this checkout is still using it. */
  leave(): Promise<void>;
}

/** Stored in .data/postgres.json, mode 600. */
interface State {
  user: string;
  password: string;
  database: string;
  /** Relative to the data directory if inside it, so that a checkout can be moved */
  clusterDirectory: string;
  port: number;
}

// Below the range that Linux uses for outgoing connections, so that it is rarely taken between two starts.
const FIRST_PORT = 25432;
// Set on all our connections; it distinguishes users of the embedded server from, say, a psql left open.
const APPLICATION_NAME = 'stadtverbund';

/**
 * Opens the database to work on: DATABASE_URL if it is set, otherwise the embedded PostgreSQL of this checkout, which
 * is created and started as needed. Several processes may use it at the same time.
 *
 * @param dataDirectory of the installation; another one is a separate embedded PostgreSQL
 * @throws a sentence for people if PostgreSQL cannot run here
 */
export async function openDatabase(dataDirectory = DATA_DIRECTORY): Promise<OpenDatabase> {
  const given = process.env['DATABASE_URL'];
  if (given) return { url: given, embedded: false, leave: () => Promise.resolve() };
  return exclusively(lockName(dataDirectory), () => joinEmbedded(dataDirectory));
}

async function joinEmbedded(dataDirectory: string): Promise<OpenDatabase> {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  // For root, PostgreSQL runs under another account, which must be able to pass through; the files in it stay private.
  if (process.getuid?.() === 0) chmodSync(dataDirectory, 0o711);
  const state = readState(dataDirectory) ?? newState(dataDirectory);
  const cluster = clusterOf(state, dataDirectory);
  writeState(dataDirectory, state);
  initCluster(cluster, state.user, state.password);
  await ensureRunning(cluster, state);
  writeState(dataDirectory, state);
  await ensureDatabase(state);
  // One connection stays open while this process uses the server; a crash also closes it.
  const presence = await connect(state, state.database);
  presence.on('error', (error) => console.error(`The embedded PostgreSQL is gone: ${error.message}`));
  return {
    url: urlOf(state, state.database),
    embedded: true,
    leave: () =>
      exclusively(lockName(dataDirectory), async () => {
        await presence.end();
        if (!(await isInUse(state))) await stopServer(cluster.directory);
      }),
  };
}

function lockName(dataDirectory: string): string {
  return `embedded postgres ${resolve(dataDirectory)}`;
}

async function ensureRunning(cluster: Cluster, state: State): Promise<void> {
  const running = readPostmaster(cluster.directory);
  if (running?.ready) {
    state.port = running.port;
    if (await serves(cluster, state)) return;
  }
  state.port = await startServer(cluster, state.port);
}

/** After a crash, anything or nothing may answer on the port named in the file. */
async function serves(cluster: Cluster, state: State): Promise<boolean> {
  try {
    const client = await connect(state, 'postgres');
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    await client.end();
    return rows[0]?.data_directory === cluster.directory;
  } catch (error) {
    // SQLSTATE 28P01: another server that does not know our password; 57P03: not ready yet.
    if (['ECONNREFUSED', 'ECONNRESET', '28P01', '57P03'].includes(errorCode(error) ?? '')) return false;
    throw error;
  }
}

async function ensureDatabase(state: State): Promise<void> {
  const client = await connect(state, 'postgres');
  const { rowCount } = await client.query('select from pg_database where datname = $1', [state.database]);
  if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(state.database)}`);
  await client.end();
}

async function isInUse(state: State): Promise<boolean> {
  const client = await connect(state, 'postgres');
  const { rowCount } = await client.query(
    `select from pg_stat_activity
      where backend_type = 'client backend' and application_name like $1 and pid <> pg_backend_pid()`,
    [`${APPLICATION_NAME}%`],
  );
  await client.end();
  return rowCount !== 0;
}

async function connect(state: State, database: string): Promise<Client> {
  const client = new Client({ connectionString: urlOf(state, database) });
  await client.connect();
  return client;
}

function urlOf(state: State, database: string): string {
  return `postgresql://${state.user}:${state.password}@127.0.0.1:${state.port}/${database}?application_name=${APPLICATION_NAME}`;
}

function clusterOf(state: State, dataDirectory: string): Cluster {
  const directory = resolve(dataDirectory, state.clusterDirectory);
  const account = serverAccountFor(directory);
  return { directory, logFile: join(dataDirectory, 'postgres.log'), account, binaries: binariesFor(account) };
}

function newState(dataDirectory: string): State {
  const inPlace = join(dataDirectory, 'postgres');
  if (existsSync(inPlace)) {
    throw new Error(
      `${stateFile(dataDirectory)} is missing: it holds the password of the database in ${inPlace}. ` +
        'Put it back, or move that directory away to begin with an empty database.',
    );
  }
  const reachable = canEnter(serverAccountFor(inPlace), dataDirectory);
  const directory = reachable ? relative(dataDirectory, inPlace) : join(sharedHome(), randomUUID());
  return {
    user: 'stadtverbund',
    password: randomBytes(24).toString('base64url'),
    database: 'stadtverbund',
    clusterDirectory: directory,
    port: FIRST_PORT,
  };
}

function stateFile(dataDirectory: string): string {
  return join(dataDirectory, 'postgres.json');
}

function readState(dataDirectory: string): State | undefined {
  const file = stateFile(dataDirectory);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as State) : undefined;
}

function writeState(dataDirectory: string, state: State): void {
  const draft = `${stateFile(dataDirectory)}.draft`;
  writeFileSync(draft, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, stateFile(dataDirectory));
}
