import { explainIndex, fileNameOf } from '#scripts/bench/explain/explain-index';
import type { Explained } from '#scripts/bench/explain/explain-statement';
import { sequentialScans, type PlanNode } from '#scripts/bench/explain/plan';

const scanOf = (table: string, kind = 'Seq Scan'): PlanNode => ({
  'Node Type': kind,
  'Relation Name': table,
  'Actual Rows': 1_000,
  'Rows Removed by Filter': 9_000,
  'Actual Loops': 2,
});

describe('sequential scans of a plan', () => {
  it('are found at any depth, with the rows that were read', () => {
    const plan: PlanNode = {
      'Node Type': 'Limit',
      Plans: [{ 'Node Type': 'Sort', Plans: [scanOf('listing')] }, scanOf('feed_event')],
    };
    expect(sequentialScans(plan)).toEqual([
      { table: 'listing', rows: 20_000 },
      { table: 'feed_event', rows: 20_000 },
    ]);
  });

  it('count when they are parallel', () => {
    expect(sequentialScans(scanOf('listing', 'Parallel Seq Scan'))).toHaveLength(1);
  });

  it.each([
    ['an index scan', scanOf('listing', 'Index Scan')],
    ['a bitmap scan', scanOf('listing', 'Bitmap Heap Scan')],
    ['a table of a few rows', { ...scanOf('feed_attempt'), 'Actual Rows': 7, 'Rows Removed by Filter': 0 }],
    ['a table that does not grow with the city', scanOf('opening_hours')],
  ])('do not count for %s', (_case, plan) => {
    expect(sequentialScans(plan)).toEqual([]);
  });
});

describe('the list of plans', () => {
  const explained = (label: string, scans: Explained['scans']): Explained => ({
    name: 'directory-search-1',
    label,
    prepared: true,
    milliseconds: 1.234,
    scans,
    genericScans: [],
    failed: false,
    document: '',
  });
  const plans = [
    explained('search, “größer” & rare', []),
    explained('by name', [{ table: 'listing', rows: 24_000 }]),
    explained('map', [{ table: 'listing', rows: 24_000 }]),
    { ...explained('prepared', []), genericScans: [{ table: 'listing', rows: 0 }] },
  ];
  const index = explainIndex(10_000, plans, new Set(['map']));

  it('names a file for each, in the order of the requests', () => {
    expect(plans.map(fileNameOf)[0]).toBe('001-search-gr-er-rare.txt');
    for (const [at, plan] of plans.entries()) expect(index).toContain(`(${fileNameOf(plan, at)})`);
  });

  it('shows sequential scans, and where they are expected', () => {
    const lines = index.split('\n');
    expect(lines.find((line) => line.includes('by name'))).toMatch(/\*\*listing\*\* \(24,000 rows\) \|$/);
    expect(lines.find((line) => line.includes('[map]'))).toContain('the answer is the whole table');
    expect(lines.find((line) => line.includes('[prepared]'))).toContain('generic plan');
  });
});
