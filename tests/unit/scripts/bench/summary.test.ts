import { barChart } from '#scripts/bench/report/bar-chart';
import { isReached, type SuiteResult, type WorkloadResult } from '#scripts/bench/report/result';
import { figure, goalText, summaryTable } from '#scripts/bench/report/summary-table';

const measured = (server: string, ...requestsPerSecond: number[]) => ({
  server,
  requestsPerSecond,
  p50: requestsPerSecond.map((value) => 1000 / value),
  p99: requestsPerSecond.map((value) => 4000 / value),
  errors: 0,
});

const list: WorkloadResult = {
  name: 'list <25>',
  bytes: 11_800,
  measured: [measured('stadtverbund', 9_000, 10_000, 8_000), measured('memory', 18_000, 19_000, 20_000)],
};

const suite: SuiteResult = {
  suite: 'cached',
  title: 'cached answers',
  workloads: [list],
  figures: [{ name: 'read model', value: 12.5, unit: 'ms' }],
  goals: [{ name: 'half of memory', value: 0.5, atLeast: 0.5 }],
};

describe('a figure', () => {
  test.each([
    [0.4567, '0.46'],
    [12.34, '12.3'],
    [123.4, '123'],
    [12_345.6, '12,346'],
    [Number.NaN, '–'],
  ])('%d is written %s', (value, text) => {
    expect(figure(value)).toBe(text);
  });
});

describe('a goal', () => {
  test.each([
    ['at least, exactly there', { value: 0.5, atLeast: 0.5 }, true],
    ['at least, below', { value: 0.49, atLeast: 0.5 }, false],
    ['at most, exactly there', { value: 2, atMost: 2 }, true],
    ['at most, above', { value: 2.01, atMost: 2 }, false],
    ['not measured', { value: undefined, atMost: 2 }, false],
    ['not a number', { value: Number.NaN, atMost: 2 }, false],
  ])('%s', (_case, goal, reached) => {
    expect(isReached({ name: 'a goal', ...goal })).toBe(reached);
    expect(goalText({ name: 'a goal', ...goal })).toMatch(reached ? /^reached/ : /^MISSED/);
  });
});

describe('the summary', () => {
  it('shows medians, and the median of the rounds’ ratios', () => {
    const table = summaryTable(suite);
    expect(table).toContain('9,000');
    expect(table).toContain('19,000');
    // 0.5, 0.526 and 0.4
    expect(table).toContain('0.50 ×');
  });

  it('shows figures and goals below', () => {
    expect(summaryTable(suite)).toContain('12.5');
    expect(summaryTable(suite)).toContain('reached  half of memory: 0.50 (at least 0.50)');
  });
});

describe('the chart', () => {
  const chart = barChart('cached "answers"', 'one machine & its load', [list]);

  it('has a bar for each server, as long as the logarithm of its median', () => {
    const widths = [...chart.matchAll(/<rect x="190" y="\d+" width="([\d.]+)" height="13"/g)].map(
      ([, width]) => Number(width),
    );
    expect(widths).toHaveLength(2);
    const [ours = 0, memory = 0] = widths;
    expect(ours / memory).toBeCloseTo(Math.log10(9_000) / Math.log10(19_000), 2);
  });

  it('is valid SVG: no part of a name is read as markup', () => {
    expect(chart).toContain('list &lt;25>');
    expect(chart).toContain('one machine &amp; its load');
    expect(chart).not.toContain('<25>');
  });
});
