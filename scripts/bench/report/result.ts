/** One server under one workload: a figure per round. */
export interface Measured {
  server: string;
  requestsPerSecond: number[];
  p50: number[];
  p99: number[];
  errors: number;
}

/** One row of the benchmark. */
export interface WorkloadResult {
  name: string;
  /** Bytes of one answer of Stadtverbund, without headers */
  bytes: number;
  measured: Measured[];
}

/** Any other figure, for suites that do not measure requests per second. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
}

/** A goal that has to be reached. */
export interface Goal {
  name: string;
  value: number | undefined;
  atLeast?: number;
  atMost?: number;
}

export interface SuiteResult {
  suite: string;
  title: string;
  workloads: WorkloadResult[];
  figures: Figure[];
  goals: Goal[];
}

/** Where and how it was measured. */
export interface Circumstances {
  date: string;
  commit: string;
  machine: string;
  node: string;
  postgresql: string;
  generator: string;
  size: number;
  seconds: number;
  rounds: number;
  connections: number;
  /** Load average of the machine before the run, since others may be using it too */
  loadBefore: number;
}

export interface Report extends SuiteResult {
  circumstances: Circumstances;
}

/** Whether a goal is reached; not if it could not be measured. */
export function isReached({ value, atLeast, atMost }: Goal): boolean {
  if (value === undefined) return false;
  return value >= (atLeast ?? -Infinity) && value <= (atMost ?? Infinity);
}
