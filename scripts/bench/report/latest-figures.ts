import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isReached, type Goal, type Report, type WorkloadResult } from './result';
import { median, ratioOfRounds } from './statistics';
import { figure, serverTitle } from './summary-table';

const START = '<!-- figures: written by npm run bench -->';
const END = '<!-- end of figures -->';

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

function workloadRows({ name, bytes, measured }: WorkloadResult): string[] {
  const ours = measured.find(({ server }) => server === 'stadtverbund');
  return measured.map(({ server, requestsPerSecond, p50, p99 }, at) => {
    const ratio =
      ours && ours.server !== server ? ratioOfRounds(ours.requestsPerSecond, requestsPerSecond) : undefined;
    const size = bytes > 0 ? `, ${figure(bytes / 1000)} kB` : '';
    return row([
      at === 0 ? `${name}${size}` : '',
      serverTitle(server),
      figure(median(requestsPerSecond)),
      figure(median(p50)),
      figure(median(p99)),
      ratio === undefined ? '' : figure(ratio),
    ]);
  });
}

function goalRow(goal: Goal): string {
  const { name, value, atLeast, atMost } = goal;
  const wanted = atLeast === undefined ? `≤ ${atMost ?? ''}` : `≥ ${atLeast}`;
  const got = value === undefined ? 'not measured' : figure(value);
  return row([
    name.replaceAll(/\s+/g, (blanks) => (blanks.includes('\n') ? '; ' : blanks)),
    wanted,
    got,
    isReached(goal) ? 'reached' : '**missed**',
  ]);
}

/** The results of one suite, as Markdown. */
export function suiteMarkdown({ suite, title, workloads, figures, goals, circumstances }: Report): string {
  const {
    date,
    commit,
    machine,
    node,
    postgresql,
    generator,
    size,
    seconds,
    rounds,
    connections,
    loadBefore,
  } = circumstances;
  const where = `${date.slice(0, 16).replace('T', ' ')} UTC, commit ${commit}, ${machine}, Node ${node}, PostgreSQL ${postgresql}, ${generator}; ${size.toLocaleString('en')} businesses, ${rounds} rounds of ${seconds} s, ${connections} connections; load of the machine before: ${figure(loadBefore)}.`;
  return [
    `### ${suite}`,
    `${title}. ${where}`,
    workloads.length > 0 ? `![${title}](${suite}.svg)` : '',
    workloads.length > 0
      ? [
          row(['workload', 'server', 'requests/s', 'p50 ms', 'p99 ms', 'Stadtverbund, times this']),
          row(['---', '---', '---:', '---:', '---:', '---:']),
          ...workloads.flatMap(workloadRows),
        ].join('\n')
      : '',
    figures.length > 0
      ? [
          row(['figure', 'value', 'unit']),
          row(['---', '---:', '---']),
          ...figures.map(({ name, value, unit }) => row([name, figure(value), unit])),
        ].join('\n')
      : '',
    goals.length > 0
      ? [
          row(['goal', 'wanted', 'measured', '']),
          row(['---', '---', '---:', '---']),
          ...goals.map(goalRow),
        ].join('\n')
      : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Puts the figures of all suites in the folder into its README, between the two markers. */
export function updateFigures(folder: string, order: readonly string[]): void {
  const file = join(folder, 'README.md');
  if (!existsSync(file)) return;
  const text = readFileSync(file, 'utf8');
  const [start, end] = [text.indexOf(START), text.indexOf(END)];
  if (start === -1 || end < start) return;
  const reports = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Report)
    .sort((a, b) => order.indexOf(a.suite) - order.indexOf(b.suite));
  const figures = reports.map(suiteMarkdown).join('\n\n');
  writeFileSync(file, `${text.slice(0, start)}${START}\n\n${figures}\n\n${text.slice(end)}`);
}
