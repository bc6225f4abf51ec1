import { onDatabase } from '../bench-database';
import type { WorkloadResult } from '../report/result';
import { ratioOfRounds } from '../report/statistics';
import { countRuns, runWorkloads, type ServerName, type Workload } from '../run-workloads';
import type { SuiteContext } from './context';
import { knownBusinesses, type Known } from './questions';

const KNOWN = 1_000;

/** Businesses of the seeded database to ask for. */
export const known = (databaseUrl: string): Promise<Known[]> =>
  onDatabase(databaseUrl, (client) => knownBusinesses(client, KNOWN));

/** Runs the workloads in turns, with the progress bar. */
export function measure(
  { options, generator, progress }: SuiteContext,
  title: string,
  all: readonly Workload[],
  urls: Partial<Record<ServerName, string>>,
): Promise<WorkloadResult[]> {
  const { seconds, rounds, connections, only } = options;
  const workloads = all.filter(({ name }) => name.includes(only ?? ''));
  progress.step(title, countRuns(workloads, rounds));
  return runWorkloads(workloads, {
    urls,
    generator,
    seconds,
    rounds,
    connections,
    onRun: (workload, server) => progress.advance(`${workload}: ${server}`),
  });
}

/** How many times as fast Stadtverbund is with this workload. */
export function timesAsFast(
  results: readonly WorkloadResult[],
  name: string,
  than: ServerName,
): number | undefined {
  const result = results.find((one) => one.name === name);
  const of = (server: ServerName): number[] =>
    result?.measured.find((one) => one.server === server)?.requestsPerSecond ?? [];
  return ratioOfRounds(of('stadtverbund'), of(than));
}
