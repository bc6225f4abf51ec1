import type { Closing } from '../../lib/run-script';
import type { BenchDatabases } from '../bench-database';
import type { NamedGenerator } from '../load/generator';
import type { BenchOptions } from '../options';
import type { SuiteResult } from '../report/result';
import type { Progress } from '../progress';

/** What every suite needs. */
export interface SuiteContext {
  closing: Closing;
  databases: BenchDatabases;
  options: BenchOptions;
  generator: NamedGenerator;
  progress: Progress;
}

export type RunSuite = (context: SuiteContext) => Promise<SuiteResult>;
