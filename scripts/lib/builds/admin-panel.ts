import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { exclusively } from '../exclusively';
import { PROJECT_ROOT, STRAPI_DIRECTORIES } from '../project';
import { contentHash, filesBelow } from './content-hash';
import { precompress } from './precompress';
import { runTool } from './run-tool';
import { BUILD_LOCK } from './server';
import { environmentWithoutInstallation } from './without-installation';

// Outside dist/, which Strapi's own commands empty. CI may keep this folder between runs.
const CACHE = join(PROJECT_ROOT, '.cache', 'admin-build');
const SERVED = join(STRAPI_DIRECTORIES.distDir, 'build');
const STAMP = '.sources';
// A build has 17 MB; switching between branches needs a few.
const KEPT_BUILDS = 3;

/**
 * Puts the admin panel for these sources into dist/build: from the cache, or built by Vite (about a minute).
 *
 * @param onWork called if it has to be built
 */
export function buildAdminPanel(onWork?: () => void): Promise<void> {
  return exclusively(BUILD_LOCK, async () => {
    const hash = contentHash(panelSources(), Object.entries(panelSettings()).flat());
    if (stampOf(SERVED) === hash) return;
    const cached = join(CACHE, hash);
    if (!existsSync(cached)) {
      onWork?.();
      await build();
      await precompress(SERVED);
      store(cached, hash);
    }
    rmSync(SERVED, { recursive: true, force: true });
    cpSync(cached, SERVED, { recursive: true });
  });
}

/** Whether dist/build has any panel, whatever its sources were. */
export function hasAdminPanel(): boolean {
  return existsSync(join(SERVED, 'index.html'));
}

function panelSources(): string[] {
  // The panel imports contracts and shared rules from the plugins' servers, and its words from src/languages.
  const plugins = filesBelow(join(PROJECT_ROOT, 'src', 'plugins')).filter((file) =>
    /^[^/]+\/(admin\/|server\/src\/((panel-)?contract\.ts$|domain\/)|package\.json$)/.test(
      relative(join(PROJECT_ROOT, 'src', 'plugins'), file),
    ),
  );
  const own = [
    'package-lock.json',
    'config/admin.ts',
    'config/plugins.ts',
    'config/features.ts',
    'src/admin',
    'src/domain',
    'src/languages',
    'scripts/lib/builds/precompress.ts',
  ];
  return [...own.flatMap((name) => filesBelow(join(PROJECT_ROOT, name))), ...plugins];
}

/** Variables that Vite writes into the panel. */
function panelSettings(): Record<string, string> {
  const entries = Object.entries(process.env).filter(([name]) => name.startsWith('STRAPI_ADMIN_'));
  return Object.fromEntries(entries.sort()) as Record<string, string>;
}

async function build(): Promise<void> {
  const strapi = createRequire(__filename).resolve('@strapi/strapi/package.json');
  try {
    await runTool(join(dirname(strapi), 'bin', 'strapi.js'), ['build'], environmentWithoutInstallation());
  } catch (cause) {
    throw new Error(`The admin panel does not build:\n${(cause as Error).message}`, { cause });
  }
}

/** Copies next to the target and renames, so that the cache never contains half a build. */
function store(cached: string, hash: string): void {
  mkdirSync(CACHE, { recursive: true });
  const draft = `${cached}.draft`;
  rmSync(draft, { recursive: true, force: true });
  cpSync(SERVED, draft, { recursive: true });
  writeFileSync(join(draft, STAMP), hash);
  renameSync(draft, cached);
  const builds = readdirSync(CACHE).map((name) => ({ name, time: statSync(join(CACHE, name)).mtimeMs }));
  for (const { name } of builds.sort((a, b) => b.time - a.time).slice(KEPT_BUILDS)) {
    rmSync(join(CACHE, name), { recursive: true, force: true });
  }
}

function stampOf(folder: string): string | undefined {
  const file = join(folder, STAMP);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
