import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface ThrowawayPostgres {
  /** The database `postgres` of a cluster used by nobody else, as superuser */
  url: string;
  /** Ends the server and waits until its files are gone. */
  stop(): Promise<void>;
}

/** Starts a PostgreSQL that ends with this process, however that ends. */
export async function startThrowawayPostgres(): Promise<ThrowawayPostgres> {
  // In a separate session: Ctrl-C ends the tests, and the guardian cleans up after them.
  const guardian = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'throwaway-guardian.ts')], {
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const url = await firstLine(guardian);
  guardian.unref();
  return {
    url,
    async stop() {
      const exit = once(guardian, 'exit');
      guardian.ref();
      guardian.stdin.end();
      await exit;
    },
  };
}

async function firstLine(guardian: ChildProcess): Promise<string> {
  if (!guardian.stdout) throw new Error('the guardian has no output');
  for await (const line of createInterface(guardian.stdout)) return line;
  throw new Error('PostgreSQL for the tests did not start; the reason is above.');
}
