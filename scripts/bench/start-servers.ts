import type { Closing } from '../lib/run-script';
import { appEnvironment } from './app/environment';
import type { ServerName } from './run-workloads';
import { startProcess, type StartedProcess } from './start-process';

/**
 * Stadtverbund unchanged; with a cache too small for any answer, so that each is computed; and without the front server
 * below Koa, as plain Strapi would run.
 */
const APP_VARIANTS = {
  cached: {},
  uncached: { CACHE_MAX_BYTES: '1' },
  vanilla: { CACHE_MAX_BYTES: '0' },
} as const satisfies Record<string, Record<string, string>>;

type AppVariant = keyof typeof APP_VARIANTS;

interface Start {
  databaseUrl: string;
  /** Folder for a CPU profile */
  profile?: string | undefined;
}

/** Arguments for node to write a CPU profile into the folder. */
export const profiling = (folder: string | undefined): string[] =>
  folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : [];

/** Starts the application until the script ends or stops it. */
export function startApp(
  closing: Closing,
  variant: AppVariant,
  { databaseUrl, profile }: Start,
): Promise<StartedProcess> {
  const env = appEnvironment(databaseUrl, { PORT: '0', ...APP_VARIANTS[variant] });
  return startUntilEnd(closing, 'app/serve-app.ts', env, profiling(profile));
}

export function startMemoryServer(closing: Closing, origin: string): Promise<StartedProcess> {
  return startUntilEnd(closing, 'servers/memory.ts', { ...process.env, PORT: '0', ORIGIN: origin });
}

export function startHandwrittenServer(closing: Closing, databaseUrl: string): Promise<StartedProcess> {
  const env = { ...process.env, PORT: '0', DATABASE_URL: databaseUrl };
  return startUntilEnd(closing, 'servers/handwritten.ts', env);
}

/** Starts a file of scripts/bench until the script ends or stops it. */
export async function startUntilEnd(
  closing: Closing,
  file: string,
  env: NodeJS.ProcessEnv,
  nodeArgs: readonly string[] = [],
): Promise<StartedProcess> {
  const starting = startProcess(file, { env, nodeArgs });
  closing.add(async () => (await starting.catch(() => undefined))?.stop());
  return starting;
}

/** The addresses of a run's servers. */
export const urlsOf = (
  servers: Partial<Record<ServerName, StartedProcess>>,
): Partial<Record<ServerName, string>> =>
  Object.fromEntries(Object.entries(servers).map(([name, { url }]) => [name, url]));
