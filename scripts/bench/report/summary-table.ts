import Table from 'cli-table3';
import { isReached, type Goal, type SuiteResult, type WorkloadResult } from './result';
import { median, ratioOfRounds } from './statistics';

/** A number for people: three significant digits. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (value >= 1000) return Math.round(value).toLocaleString('en');
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

const SERVER_TITLES: Readonly<Record<string, string>> = {
  stadtverbund: 'Stadtverbund',
  memory: 'bytes in memory',
  handwritten: 'hand-written',
  vanilla: 'vanilla Strapi',
};

export const serverTitle = (server: string): string => SERVER_TITLES[server] ?? server;

/** Stadtverbund's share of another server, by round: `0.52 of`, `130 times`. */
export function ratioText(ratio: number | undefined): string {
  if (ratio === undefined) return '';
  return ratio >= 10 ? `${figure(ratio)} ×` : `${ratio.toFixed(2)} ×`;
}

function rowsOf({ name, bytes, measured }: WorkloadResult): string[][] {
  const ours = measured.find(({ server }) => server === 'stadtverbund');
  return measured.map(({ server, requestsPerSecond, p50, p99, errors }, at) => [
    at === 0 ? name : at === 1 && bytes > 0 ? `  ${figure(bytes / 1000)} kB` : '',
    serverTitle(server),
    figure(median(requestsPerSecond)),
    figure(median(p50)),
    figure(median(p99)),
    server === 'stadtverbund' || !ours
      ? ''
      : ratioText(ratioOfRounds(ours.requestsPerSecond, requestsPerSecond)),
    errors > 0 ? String(errors) : '',
  ]);
}

export function goalText({ name, value, atLeast, atMost }: Goal): string {
  const wanted = atLeast === undefined ? `at most ${figure(atMost ?? 0)}` : `at least ${figure(atLeast)}`;
  const got = value === undefined ? 'not measured' : figure(value);
  return `${isReached({ name, value, ...(atLeast === undefined ? {} : { atLeast }), ...(atMost === undefined ? {} : { atMost }) }) ? 'reached' : 'MISSED '}  ${name}: ${got} (${wanted})`;
}

/** The results of a suite, for a terminal. */
export function summaryTable({ title, workloads, figures, goals }: SuiteResult): string {
  const parts = [title];
  if (workloads.length > 0) {
    const table = new Table({
      head: ['workload', 'server', 'requests/s', 'p50 ms', 'p99 ms', 'Stadtverbund is', 'errors'],
      colAligns: ['left', 'left', 'right', 'right', 'right', 'right', 'right'],
      style: { compact: true, head: [], border: [] },
    });
    for (const workload of workloads) table.push(...rowsOf(workload));
    parts.push(table.toString());
  }
  if (figures.length > 0) {
    const table = new Table({
      colAligns: ['left', 'right', 'left'],
      style: { compact: true, head: [], border: [] },
    });
    for (const { name, value, unit } of figures) table.push([name, figure(value), unit]);
    parts.push(table.toString());
  }
  return [...parts, ...goals.map(goalText)].join('\n');
}
