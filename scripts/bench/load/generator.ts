import { spawnSync } from 'node:child_process';
import { askWithAutocannon } from './autocannon';
import type { LoadGenerator } from './load-run';
import { askWithWrk } from './wrk';

export interface NamedGenerator {
  name: string;
  ask: LoadGenerator;
}

/** wrk if it is installed: it takes less of the machine away from the server than autocannon. */
export function loadGenerator(): NamedGenerator {
  // wrk prints its version with its usage and exits with 1.
  const { stdout, error } = spawnSync('wrk', ['--version'], { encoding: 'utf8' });
  if (error) return { name: 'autocannon', ask: askWithAutocannon };
  return { name: stdout.split('\n')[0]?.split(' Copyright')[0]?.trim() ?? 'wrk', ask: askWithWrk };
}
