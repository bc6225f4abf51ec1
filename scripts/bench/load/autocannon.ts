import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { LoadResult, LoadRun } from './load-run';

/** Asks with autocannon, in a process of its own: it is Node too, and would share a thread with whoever waits. */
export async function askWithAutocannon(run: LoadRun): Promise<LoadResult> {
  const child = fork(join(__dirname, 'autocannon-process.ts'), { execArgv: ['--import', 'tsx'] });
  const ended = once(child, 'exit');
  child.send(run);
  const answer = await Promise.race([
    once(child, 'message').then(([message]) => message as LoadResult),
    ended.then(([code]): never => {
      throw new Error(`autocannon ended with ${String(code)}.`);
    }),
  ]);
  await ended;
  return answer;
}
