import { relative, resolve } from 'node:path';
import { PROJECT_ROOT } from '../lib/project';
import type { Closing } from '../lib/run-script';
import { openBenchDatabases } from './bench-database';
import { loadGenerator } from './load/generator';
import { SUITES, type BenchOptions } from './options';
import { terminalProgress } from './progress';
import { circumstances } from './report/circumstances';
import { updateFigures } from './report/latest-figures';
import { isReached, type Report } from './report/result';
import { summaryTable } from './report/summary-table';
import { writeReport } from './report/write-report';
import type { SuiteContext } from './suites/context';
import { RUN } from './suites';

/** Runs the suites one after the other, prints the results of each, and writes them to files. */
export async function measureCommand(closing: Closing, options: BenchOptions): Promise<void> {
  const progress = terminalProgress();
  closing.add(() => progress.end());
  const generator = loadGenerator();
  // Only suites that write need durable commits for a fair measurement.
  const durable = options.suites.includes('feed') || options.suites.includes('import');
  const databases = await openBenchDatabases(closing, { durable, progress });
  const context: SuiteContext = { closing, databases, options, generator, progress };
  const conditions = circumstances(options, {
    postgresql: databases.version,
    generator: generator.name,
  });
  const reports: Report[] = [];
  for (const suite of options.suites) {
    const result = await RUN[suite](context);
    progress.end();
    const report: Report = { ...result, circumstances: conditions };
    reports.push(report);
    console.log(`\n${summaryTable(report)}`);
    if (options.out === undefined) continue;
    const files = writeReport(options.out, report).map((file) => relative(PROJECT_ROOT, file));
    updateFigures(resolve(PROJECT_ROOT, options.out), SUITES);
    console.log(`Written: ${files.join(', ')}`);
  }
  const missed = reports.flatMap(({ goals }) => goals).filter((goal) => !isReached(goal)).length;
  console.log(missed === 0 ? '\nEvery goal was reached.' : `\nGoals missed: ${missed}.`);
}
