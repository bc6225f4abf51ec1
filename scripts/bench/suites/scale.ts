import type { LoadRequest } from '../load/load-run';
import type { StartedProcess } from '../start-process';
import { startApp } from '../start-servers';
import type { Goal, WorkloadResult } from '../report/result';
import { median } from '../report/statistics';
import type { RunSuite } from './context';
import * as ask from './questions';
import { known } from './read-suite';

const TITLE = 'scale: time of one uncached answer, one at a time, by the number of businesses (median ms)';

// The goal: with 100,000 rows at most twice the time of 1,000.
const TWICE = 2;

type Group = 'selective' | 'broad' | 'typos' | 'facets' | 'suggest';

interface Question {
  group: Group;
  name: string;
  requests: readonly LoadRequest[];
}

const questionsFor = async (databaseUrl: string): Promise<Question[]> => {
  const groups: [Group, Readonly<Record<string, readonly LoadRequest[]>>][] = [
    ['selective', ask.selective(await known(databaseUrl))],
    ['broad', ask.BROAD],
    ['typos', { 'mistyped word': ask.TYPOS }],
    ['facets', { 'with facets': ask.FACETS }],
    ['suggest', { suggestions: ask.SUGGEST }],
  ];
  return groups.flatMap(([group, named]) =>
    Object.entries(named).map(([name, requests]) => ({ group, name, requests })),
  );
};

/**
 * The same questions to one Stadtverbund per size. All sizes run in turns, with one connection, so that we see the work
 * grow and not the queue.
 */
export const runScale: RunSuite = async (context) => {
  const { options, generator, progress } = context;
  const sizes = [...options.sizes].sort((a, b) => a - b);
  const servers: { size: number; server: StartedProcess; questions: Question[] }[] = [];
  for (const size of sizes) {
    const databaseUrl = await context.databases.seeded(size);
    const server = await startApp(context.closing, 'uncached', { databaseUrl });
    servers.push({ size, server, questions: await questionsFor(databaseUrl) });
  }
  const first = servers[0]?.questions ?? [];
  progress.step('scale', first.length * servers.length * (options.rounds + 1));
  const workloads: WorkloadResult[] = [];
  for (const [at, { group, name }] of first.entries()) {
    const measured = servers.map(({ size }) => ({
      server: size.toLocaleString('en'),
      requestsPerSecond: [] as number[],
      p50: [] as number[],
      p99: [] as number[],
      errors: 0,
    }));
    for (let round = -1; round < options.rounds; round += 1) {
      for (const [which, { server, questions }] of servers.entries()) {
        progress.advance(`${group}, ${name}: ${servers[which]?.size ?? ''}`);
        const result = await generator.ask({
          url: server.url,
          requests: questions[at]?.requests ?? [],
          connections: 1,
          seconds: round < 0 ? 1 : options.seconds,
        });
        const one = measured[which];
        // The first round is a warm-up.
        if (!one || round < 0) continue;
        one.requestsPerSecond.push(result.requestsPerSecond);
        one.p50.push(result.p50);
        one.p99.push(result.p99);
        one.errors += result.errors;
      }
    }
    workloads.push({ name: `${group}: ${name}`, bytes: 0, measured });
  }
  for (const { server } of servers) await server.stop();
  const figures = workloads
    .filter((workload) => !isSelective(workload))
    .flatMap((workload) => {
      const value = growth(workload);
      return value === undefined ? [] : [{ name: workload.name, value, unit: GROWTH }];
    });
  return { suite: 'scale', title: TITLE, workloads, figures, goals: goalsOf(workloads) };
};

const GROWTH = 'times as long at the largest size';

const isSelective = ({ name }: WorkloadResult): boolean => name.startsWith('selective');

/** How many times as long the largest takes as the smallest. */
function growth({ measured }: WorkloadResult): number | undefined {
  const [smallest, largest] = [measured[0], measured.at(-1)];
  if (!smallest || !largest || smallest === largest) return undefined;
  // Means, from the throughput of one connection: wrk rounds its percentiles.
  return median(smallest.requestsPerSecond) / median(largest.requestsPerSecond);
}

const goalsOf = (workloads: readonly WorkloadResult[]): Goal[] =>
  workloads.filter(isSelective).map((workload) => ({
    name: `${workload.name}, ${GROWTH}`,
    value: growth(workload),
    atMost: TWICE,
  }));
