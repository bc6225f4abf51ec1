import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { LoadResult, LoadRun } from './load-run';

/** Sends requests with autocannon, in a separate process: it is Node too, and would share the thread of its caller. */
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
