import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Step, Tally } from './run-steps';
import { runVisibly } from './run-visibly';

/** The part of Jest's JSON report that is counted. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  /** Files that could not even be read */
  numRuntimeErrorTestSuites: number;
}

function jestStep(name: string, args: string[]): Step {
  return { name, run: () => runJest(args) };
}

export const unitTestStep = jestStep('unit tests', ['--selectProjects', 'unit']);

// Strapi and its libraries keep state in their modules (zod's registry, pg-boss, timers), so each suite gets a new
// process: any memory in use counts as too much.
export const allTestsStep = jestStep('unit, integration and end-to-end tests', [
  '--workerIdleMemoryLimit=1KB',
]);

async function runJest(args: string[]): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'stadtverbund-jest-'));
  const file = join(folder, 'report.json');
  try {
    const code = await runVisibly('jest', [`--outputFile=${file}`, '--json', ...args]);
    return tally(existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tally(report: Report | undefined, code: number): Tally {
  // Jest itself failed, for example in its setup.
  if (!report) return { passed: 0, failed: 1 };
  const skipped = report.numPendingTests + report.numTodoTests;
  if (skipped > 0) console.log(`${skipped} tests were skipped and are not counted.`);
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  // A failure outside any test, such as in the clean-up, also counts.
  return { passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}
