import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PROJECT_ROOT } from '../../lib/project';
import { barChart } from './bar-chart';
import type { Report } from './result';

/** Writes `SUITE.json`, and `SUITE.svg` if requests per second were measured; returns what it wrote. */
export function writeReport(folder: string, report: Report): string[] {
  const to = resolve(PROJECT_ROOT, folder);
  mkdirSync(to, { recursive: true });
  const files = [join(to, `${report.suite}.json`)];
  writeFileSync(files[0] as string, `${JSON.stringify(report, null, 2)}\n`);
  if (report.workloads.length > 0) {
    const { machine, date, commit, size, connections, generator } = report.circumstances;
    const note = `Requests per second, logarithmic. ${size.toLocaleString('en')} businesses, ${connections} connections, ${generator}, ${machine}, ${date.slice(0, 10)}, commit ${commit}`;
    const file = join(to, `${report.suite}.svg`);
    writeFileSync(file, barChart(report.title, note, report.workloads));
    files.push(file);
  }
  return files;
}
