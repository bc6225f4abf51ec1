/** @jest-environment-options {"boot": false} */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchDatabases } from '#scripts/bench/bench-database';
import { loadGenerator } from '#scripts/bench/load/generator';
import type { BenchOptions } from '#scripts/bench/options';
import type { Progress } from '#scripts/bench/progress';
import { circumstances } from '#scripts/bench/report/circumstances';
import { writeReport } from '#scripts/bench/report/write-report';
import { runCached } from '#scripts/bench/suites/cached';
import { testClusterUrl } from '../../support/test-cluster';
import { TEMPLATE_DATABASE } from '../../support/test-run';

const silent: Progress = { step() {}, advance() {}, set() {}, end() {} };

const options: BenchOptions = {
  command: 'measure',
  suites: ['cached'],
  size: 20,
  sizes: [20],
  seconds: 1,
  rounds: 1,
  connections: 2,
  only: 'GraphQL',
  out: undefined,
  database: undefined,
  profile: undefined,
};

const opened: (() => Promise<void> | void)[] = [];

afterAll(async () => {
  for (const close of opened.reverse()) await close();
});

// No figure is checked: speed is not a matter for a test.
it('measures Stadtverbund, vanilla Strapi and bytes in memory on made-up businesses, and writes it down', async () => {
  const databases = await benchDatabases(testClusterUrl(), TEMPLATE_DATABASE, silent);
  const generator = loadGenerator();
  const closing = { add: (close: () => Promise<void> | void) => void opened.push(close) };
  const result = await runCached({ closing, databases, options, generator, progress: silent });

  expect(result.workloads.map(({ name }) => name)).toEqual(['GraphQL list']);
  const [workload] = result.workloads;
  expect(workload?.bytes).toBeGreaterThan(1_000);
  expect(workload?.measured.map(({ server }) => server)).toEqual(['stadtverbund', 'memory', 'vanilla']);
  for (const { requestsPerSecond, errors } of workload?.measured ?? []) {
    expect(requestsPerSecond).toHaveLength(1);
    expect(requestsPerSecond[0]).toBeGreaterThan(0);
    expect(errors).toBe(0);
  }

  const folder = mkdtempSync(join(tmpdir(), 'stadtverbund-bench-'));
  try {
    const conditions = circumstances(options, { postgresql: databases.version, generator: generator.name });
    const files = writeReport(folder, { ...result, circumstances: conditions });
    expect(files.map((file) => existsSync(file))).toEqual([true, true]);
    expect(JSON.parse(readFileSync(join(folder, 'cached.json'), 'utf8'))).toMatchObject({
      suite: 'cached',
      circumstances: { size: 20, rounds: 1 },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
