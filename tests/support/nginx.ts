import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { PROJECT_ROOT } from '../../scripts/lib/project';

const UNPACKED = join(PROJECT_ROOT, '.cache', 'nginx');

const installed = (): string | undefined =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
    .map((folder) => join(folder, 'nginx'))
    .find((file) => existsSync(file));

/** Debian's package, unpacked next to the sources: nothing is installed or started, and root is not needed. */
function unpackDebians(): string | undefined {
  const binary = join(UNPACKED, 'usr', 'sbin', 'nginx');
  if (existsSync(binary)) return binary;
  if (!existsSync('/usr/bin/apt-get')) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'stadtverbund-apt-'));
  for (const name of ['lists/partial', 'cache/archives/partial'])
    mkdirSync(join(folder, name), { recursive: true });
  const options = [
    `Dir::State::Lists=${join(folder, 'lists')}`,
    `Dir::Cache=${join(folder, 'cache')}`,
    'APT::Sandbox::User=root',
    'Debug::NoLocking=1',
  ].flatMap((option) => ['-o', option]);
  const run = (command: string, args: string[]) =>
    execFileSync(command, args, { cwd: folder, stdio: 'pipe', timeout: 120_000 });
  try {
    run('apt-get', ['-q', ...options, 'update']);
    run('apt-get', ['-q', ...options, 'download', 'nginx']);
    run('sh', ['-c', `dpkg-deb --extract nginx_*.deb '${UNPACKED}'`]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return binary;
}

/**
 * The path of an nginx: the installed one, or on Debian its package. If there is none, CI fails; elsewhere the tests
 * that need it are skipped and counted as such.
 * @throws in CI, saying what to install
 */
export function findNginx(): string | undefined {
  const found = installed() ?? unpackDebians();
  if (!found && process.env.CI)
    throw new Error(
      'There is no nginx for the test of deploy/nginx.conf: install it (apt-get install nginx-light).',
    );
  return found;
}

/** A loopback port that was free a moment ago. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

export interface Nginx {
  url: string;
  /** Everything that was written to its access and error logs. */
  logs(): string;
  stop(): Promise<void>;
}

export interface Configuration {
  /** Inside http { }, in addition to the deployment */
  http?: string;
  /** The deployment's configuration: `upstream`, zones, servers */
  deployment: string;
}

/**
 * Adapts a city's configuration to run here: file names and addresses become ours, and TLS is removed, since there is
 * no certificate. Everything else stays unchanged.
 */
function adapted(
  deployment: string,
  folder: string,
  app: string,
  ports: { plain: number; tls: number },
): string {
  return deployment
    .replace(/^\s*listen \[::\].*$/gm, '')
    .replace(/^\s*ssl_certificate(_key)? .*$/gm, '')
    .replace('listen 443 ssl http2;', `listen 127.0.0.1:${ports.tls};`)
    .replace('listen 80;', `listen 127.0.0.1:${ports.plain};`)
    .replace('server 127.0.0.1:1337;', `server ${new URL(app).host};`)
    .replaceAll('/var/log/nginx/', `${folder}/`)
    .replaceAll('/var/cache/nginx/', `${folder}/`);
}

/**
 * Starts nginx in front of an application, as a foreground process.
 * @param app address of the application, with scheme and port
 * @throws with nginx's message if it rejects the configuration
 */
export async function startNginx(
  binary: string,
  app: string,
  { http = '', deployment }: Configuration,
): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'stadtverbund-nginx-'));
  const ports = { plain: await freePort(), tls: await freePort() };
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join('\n');
  const file = join(folder, 'nginx.conf');
  writeFileSync(
    file,
    `${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/start.log;
events { worker_connections 512; }
http {
${temporary}
access_log off;
${adapted(http, folder, app, ports)}
${adapted(deployment, folder, app, ports)}
}`,
  );
  const options = ['-e', `${folder}/start.log`, '-p', folder, '-c', file];
  execFileSync(binary, [...options, '-t'], { stdio: 'pipe' });
  const child = spawn(binary, options, { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = `http://127.0.0.1:${ports.tls}`;
  await answers(url);
  return {
    url,
    logs: () =>
      ['stadtverbund.log', 'stadtverbund-error.log', 'start.log']
        .map((name) => join(folder, name))
        .map((name) => (existsSync(name) ? readFileSync(name, 'utf8') : ''))
        .join('\n'),
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until something listens, at most 10 s. */
async function answers(url: string): Promise<void> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    try {
      await fetch(`${url}/_health`);
      return;
    } catch (cause) {
      if (Date.now() > deadline) throw new Error('nginx does not answer', { cause });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
