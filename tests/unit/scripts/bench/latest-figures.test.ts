import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suiteMarkdown, updateFigures } from '#scripts/bench/report/latest-figures';
import type { Report } from '#scripts/bench/report/result';

const report = (suite: string, requestsPerSecond: number[]): Report => ({
  suite,
  title: `the suite ${suite}`,
  workloads: [
    {
      name: 'list | map',
      bytes: 1500,
      measured: [
        { server: 'stadtverbund', requestsPerSecond, p50: [1], p99: [2], errors: 0 },
        {
          server: 'memory',
          requestsPerSecond: requestsPerSecond.map((value) => value * 2),
          p50: [1],
          p99: [2],
          errors: 0,
        },
      ],
    },
  ],
  figures: [],
  goals: [{ name: 'half', value: 0.5, atLeast: 0.5 }],
  circumstances: {
    date: '2026-11-21T03:00:00.000Z',
    commit: 'abc',
    machine: '2 × machine',
    node: 'v20',
    postgresql: '18',
    generator: 'wrk',
    size: 10_000,
    seconds: 5,
    rounds: 3,
    connections: 50,
    loadBefore: 0.1,
  },
});

describe('the figures of a suite', () => {
  const text = suiteMarkdown(report('cached', [100, 200, 300]));

  it('say what was measured, where, and how it compares with the others', () => {
    expect(text).toContain('| list \\| map, 1.50 kB | Stadtverbund | 200 | 1.00 | 2.00 |  |');
    expect(text).toContain('|  | bytes in memory | 400 | 1.00 | 2.00 | 0.50 |');
    expect(text).toContain('| half | ≥ 0.5 | 0.50 | reached |');
    expect(text).toContain('2026-11-21 03:00 UTC, commit abc, 2 × machine');
  });
});

describe('the README of the figures', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stadtverbund-figures-'));
  const readme = join(folder, 'README.md');
  const marks = ['<!-- figures: written by npm run bench -->', '<!-- end of figures -->'];

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('contains the latest of every suite in order, and keeps what people wrote', () => {
    writeFileSync(readme, `# Bench\n\n${marks[0]}\n\nold\n\n${marks[1]}\n\nThe end.\n`);
    writeFileSync(join(folder, 'uncached.json'), JSON.stringify(report('uncached', [1])));
    writeFileSync(join(folder, 'cached.json'), JSON.stringify(report('cached', [1])));
    updateFigures(folder, ['cached', 'uncached']);
    updateFigures(folder, ['cached', 'uncached']);
    const text = readFileSync(readme, 'utf8');
    expect(text).toMatch(/^# Bench\n[\s\S]*### cached\n[\s\S]*### uncached\n[\s\S]*The end\.\n$/);
    expect(text).not.toContain('old');
    expect(text.match(/### cached/g)).toHaveLength(1);
  });

  it('is left alone if it has no place for them', () => {
    writeFileSync(readme, '# Another one\n');
    updateFigures(folder, []);
    expect(readFileSync(readme, 'utf8')).toBe('# Another one\n');
  });
});
