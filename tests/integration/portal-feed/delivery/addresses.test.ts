/** @jest-environment-options {"boot": false} */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PROJECT_ROOT } from '#scripts/lib/project';
import type { Report } from '#tests/support/addresses/reach-out';

jest.setTimeout(180_000);

let report: Report;

// In a separate process: the sockets, the agents and the resolver are those of production, on a real network.
beforeAll(async () => {
  const file = join(PROJECT_ROOT, 'tests', 'support', 'addresses', 'reach-out.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', file], {
    cwd: PROJECT_ROOT,
  });
  report = JSON.parse(stdout) as Report;
});

it('more than 30 ways to write an address inside reach nothing', () => {
  expect(report.addresses.length).toBeGreaterThanOrEqual(30);
  const refused = ['forbidden-address', 'insecure-url', 'dns'];
  expect(report.addresses.filter(({ failure }) => !refused.includes(failure))).toEqual([]);
  expect(report.addresses.filter(({ failure }) => failure === 'forbidden-address').length).toBeGreaterThan(
    30,
  );
});

it('names that resolve to the inside on the second lookup reach nothing, in 100 runs', () => {
  expect(report.rebinding.runs).toBe(100);
  expect(report.rebinding.questions).toBeGreaterThanOrEqual(200);
  // Some answers did lead outside, so the runs got as far as connecting.
  expect(report.rebinding.delivered).toBeGreaterThan(20);
  expect(report.rebinding.refused).toBeGreaterThan(20);
  expect(report.outside).toBeGreaterThan(0);
});

it('nothing inside was connected to, though something was listening', () => {
  expect(report.inside).toBe(0);
  expect(report.control).toBe('answered 200');
});
