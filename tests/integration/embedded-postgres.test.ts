/** @jest-environment-options {"boot": false} */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { PROJECT_ROOT } from '../../scripts/lib/project';
import { openDatabase } from '../../scripts/lib/postgres/embedded-postgres';
import { stopServer } from '../../scripts/lib/postgres/cluster';
import { readPostmaster, type Postmaster } from '../../scripts/lib/postgres/postmaster-file';

jest.setTimeout(60_000);

let data: string;

/** The location of the cluster: below /var/lib if root works in a directory that nobody else may enter. */
const clusterDirectory = (): string => {
  const state = JSON.parse(readFileSync(join(data, 'postgres.json'), 'utf8')) as { clusterDirectory: string };
  return state.clusterDirectory.startsWith('/') ? state.clusterDirectory : join(data, state.clusterDirectory);
};

const server = (): Postmaster => {
  const running = readPostmaster(clusterDirectory());
  if (!running) throw new Error('no server runs');
  return running;
};

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows;
}

beforeEach(() => {
  data = join(mkdtempSync(join(tmpdir(), 'mit Leerzeichen ')), '.data');
});

afterEach(async () => {
  await stopServer(clusterDirectory(), 'immediate');
  rmSync(clusterDirectory(), { recursive: true, force: true });
  rmSync(join(data, '..'), { recursive: true, force: true });
});

describe('the embedded PostgreSQL', () => {
  it('is shared by all who open it and stopped by the last to leave', async () => {
    const first = await openDatabase(data);
    const second = await openDatabase(data);
    expect(second.url).toBe(first.url);
    await first.leave();
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await second.leave();
    expect(readPostmaster(clusterDirectory())).toBeUndefined();
  });

  it('can be opened by two at the same moment, from nothing', async () => {
    const [first, second] = await Promise.all([openDatabase(data), openDatabase(data)]);
    expect(second.url).toBe(first.url);
    await Promise.all([first.leave(), second.leave()]);
    expect(readPostmaster(clusterDirectory())).toBeUndefined();
  });

  it('requires a password that only its owner can read, and listens only on this machine', async () => {
    const database = await openDatabase(data);
    expect(statSync(join(data, 'postgres.json')).mode & 0o777).toBe(0o600);
    const url = new URL(database.url);
    url.password = 'guessed';
    await expect(query(url.href, 'select 1')).rejects.toThrow(/password authentication failed/);
    expect(await query(database.url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    await database.leave();
  });

  it('sorts by code point unless German order is requested, the same on every machine', async () => {
    const database = await openDatabase(data);
    const sorted = `select string_agg(name, ' ' order by name collate "de-x-icu") as german,
      string_agg(name, ' ' order by name) as plain from unnest(array['Zoo', 'Äpfel', 'Apfel', 'Birnen']) name`;
    expect(await query(database.url, sorted)).toEqual([
      { german: 'Apfel Äpfel Birnen Zoo', plain: 'Apfel Birnen Zoo Äpfel' },
    ]);
    await database.leave();
  });

  it('takes a free port when its own is taken', async () => {
    const first = await openDatabase(data);
    const { port } = new URL(first.url);
    await first.leave();
    const squatter = createServer().listen(Number(port), '127.0.0.1');
    await once(squatter, 'listening');
    const second = await openDatabase(data);
    expect(new URL(second.url).port).not.toBe(String((squatter.address() as AddressInfo).port));
    squatter.close();
    await second.leave();
  });

  it('starts again with its data after the server was killed', async () => {
    const first = await openDatabase(data);
    await query(first.url, 'create table kept as select 42 as answer');
    const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    process.kill(server().pid, 'SIGKILL');
    const second = await openDatabase(data);
    expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await second.leave();
    quiet.mockRestore();
  });

  it('starts even if the process id of a dead server now belongs to another process', async () => {
    const first = await openDatabase(data);
    const lines = readFileSync(join(clusterDirectory(), 'postmaster.pid'), 'utf8').split('\n');
    await first.leave();
    const stranger = spawn('sleep', ['60'], { uid: statSync(clusterDirectory()).uid });
    lines[0] = String(stranger.pid);
    writeFileSync(join(clusterDirectory(), 'postmaster.pid'), lines.join('\n'));
    const second = await openDatabase(data);
    expect(server().pid).not.toBe(stranger.pid);
    await second.leave();
    stranger.kill('SIGKILL');
  });

  it('keeps running after kill -9 of the process that started it, and is taken over by the next', async () => {
    const script = `require('./scripts/lib/postgres/embedded-postgres').openDatabase(process.argv[1])
      .then(({ url }) => { console.log(url); setInterval(() => {}, 1000); })`;
    const holder = spawn(process.execPath, ['--import', 'tsx', '-e', script, data], { cwd: PROJECT_ROOT });
    const [line] = (await once(holder.stdout, 'data')) as [Buffer];
    const { pid } = server();
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const next = await openDatabase(data);
    expect(next.url).toBe(line.toString().trim());
    expect(server().pid).toBe(pid);
    await next.leave();
    expect(readPostmaster(clusterDirectory())).toBeUndefined();
  });

  it('leaves a database given by DATABASE_URL to its owner', async () => {
    await (await openDatabase(data)).leave();
    process.env['DATABASE_URL'] = 'postgresql://elsewhere/city';
    const database = await openDatabase(data);
    expect(database).toMatchObject({ url: 'postgresql://elsewhere/city', embedded: false });
    await database.leave();
    delete process.env['DATABASE_URL'];
  });
});
