import { attemptFigures } from '#src/plugins/portal-feed/admin/src/domain/attempt-figures';
import { barsOf } from '#src/plugins/portal-feed/admin/src/domain/bars';
import {
  formatDuration,
  formatHour,
  formatShare,
} from '#src/plugins/portal-feed/admin/src/domain/figure-words';
import {
  EMPTY_DRAFT,
  boxOf,
  draftOf,
  parseDegrees,
  portalOf,
  wrongEdges,
} from '#src/plugins/portal-feed/admin/src/domain/form-draft';
import { asksNothing, sameFilter } from '#src/plugins/portal-feed/server/src/domain/filter-values';
import { lightOf, needsSomebody } from '#src/plugins/portal-feed/admin/src/domain/light';
import { matchingOptions } from '#src/plugins/portal-feed/admin/src/domain/matching-options';
import type { HealthHour, PortalHealth } from '#src/plugins/portal-feed/server/src/contract';

const NOW = new Date('2026-11-21T12:00:00Z');
const HEALTHY: PortalHealth = {
  lastSuccessAt: '2026-11-21T11:59:00Z',
  lastFailureAt: null,
  failingSince: null,
  backlog: 0,
  oldestWaitingAt: null,
  hours: [],
};
const ACTIVE = { state: 'active', url: 'https://portal.example.org' } as const;

describe('lightOf', () => {
  test.each([
    ['delivers', ACTIVE, {}, 'healthy'],
    ['has failed since its last success', ACTIVE, { failingSince: '2026-11-21T11:59:30Z' }, 'failing'],
    ['has waited six minutes', ACTIVE, { oldestWaitingAt: '2026-11-21T11:54:00Z' }, 'late'],
    ['has waited a minute', ACTIVE, { oldestWaitingAt: '2026-11-21T11:59:00Z' }, 'healthy'],
    ['was never sent anything', ACTIVE, { lastSuccessAt: null }, 'new'],
    ['only pulls', { state: 'active', url: null }, { lastSuccessAt: null }, 'pulls'],
    ['is paused while it failed', { ...ACTIVE, state: 'paused' }, { failingSince: 'x' }, 'paused'],
    ['is disabled', { ...ACTIVE, state: 'disabled' }, {}, 'disabled'],
  ] as const)('a portal that %s', (_what, portal, health, light) => {
    expect(lightOf(portal, { ...HEALTHY, ...health }, NOW)).toBe(light);
  });

  test('only a failing or disabled portal needs attention', () => {
    const all = ['healthy', 'late', 'failing', 'paused', 'disabled', 'new', 'pulls'] as const;
    expect(all.filter(needsSomebody)).toEqual(['failing', 'disabled']);
  });
});

const hour = (start: string, succeeded: number, failed: number): HealthHour => ({ start, succeeded, failed });

describe('attemptFigures', () => {
  test('adds up, and names the hour with the most failures', () => {
    expect(attemptFigures([hour('a', 5, 1), hour('b', 0, 3), hour('c', 1, 0)])).toEqual({
      succeeded: 6,
      failed: 4,
      failureRate: 0.4,
      worstHour: 'b',
    });
  });

  test('without attempts there is no rate', () => {
    expect(attemptFigures([hour('a', 0, 0)])).toMatchObject({ failureRate: null, worstHour: null });
  });
});

describe('barsOf', () => {
  const box = { width: 240, height: 50, gap: 2 };

  test('the highest bar fills the box, with failures on top of successes', () => {
    const [first, second] = barsOf([hour('a', 6, 4), hour('b', 5, 0)], box);
    expect(first).toMatchObject({
      x: 1,
      width: 118,
      succeeded: { y: 20, height: 30 },
      failed: { y: 0, height: 20 },
    });
    expect(second).toMatchObject({ succeeded: { y: 25, height: 25 }, failed: { height: 0 } });
  });

  test('one failure next to a thousand successes is visible, and no bar exceeds the box', () => {
    const [bar] = barsOf([hour('a', 1_000, 1)], box);
    expect(bar?.failed.height).toBeGreaterThanOrEqual(3);
    expect(bar?.failed.y).toBeGreaterThanOrEqual(0);
  });

  test('hours without attempts have no height', () => {
    expect(barsOf([hour('a', 0, 0)], box)[0]).toMatchObject({
      succeeded: { height: 0 },
      failed: { height: 0 },
    });
  });
});

describe('figures in words', () => {
  test.each([
    [12, 'de', '12 ms'],
    [1_240, 'de', '1,2 Sek.'],
    [15_000, 'en', '15 sec'],
  ])('%d milliseconds in %s: %s', (duration, language, words) => {
    expect(formatDuration(duration, language).replace(/\u00a0/g, ' ')).toBe(words);
  });

  test.each([
    [0, '0 %'],
    [0.001, '< 1 %'],
    [0.25, '25 %'],
    [0.999, '> 99 %'],
    [1, '100 %'],
  ])('a share of %d: %s', (share, words) => {
    expect(formatShare(share, 'de').replace(/\u00a0/g, ' ')).toBe(words);
  });

  test('an hour is that of the time zone', () => {
    expect(formatHour('2026-11-21T12:00:00Z', 'de', 'Europe/Berlin')).toBe('13:00');
  });
});

describe('the form', () => {
  test.each([
    ['51,5136', 51.5136],
    [' 7.46 ', 7.46],
    ['-3', -3],
    ['51,', null],
    ['', null],
    ['Nord', null],
  ])('degrees %j are %p', (text, degrees) => {
    expect(parseDegrees(text)).toBe(degrees);
  });

  const portal = {
    name: 'Umland',
    contactEmail: 'portal@example.org',
    url: null,
    filter: {
      types: ['offer', 'business'],
      categories: [],
      districts: ['hafen'],
      postcodes: [],
      locales: ['de'],
      boundingBox: { south: 51.4, west: 7.3, north: 51.6, east: 7.6 },
    },
  };

  test('what is shown of a portal is sent back unchanged', () => {
    expect(portalOf(draftOf(portal))).toEqual(portal);
  });

  test('a new portal sends no target and asks for no restriction', () => {
    expect(portalOf({ ...EMPTY_DRAFT, name: ' A ', contactEmail: 'a@example.org' })).toMatchObject({
      name: 'A',
      url: null,
      filter: {},
    });
  });

  test('a box with an edge missing is not sent', () => {
    const boundingBox = { north: '51,6', south: '', west: '7', east: '8' };
    const draft = { ...EMPTY_DRAFT, filter: { boundingBox } };
    expect(boxOf(boundingBox)).toBeNull();
    expect(portalOf(draft)).toBeNull();
    expect(wrongEdges(draft)).toEqual(['filter.boundingBox.south']);
  });

  test('the order in a filter does not matter, its values do', () => {
    const { filter } = portal;
    expect(sameFilter(filter, { ...filter, types: ['business', 'offer'] })).toBe(true);
    expect(sameFilter(filter, { ...filter, types: ['business'] })).toBe(false);
    expect(sameFilter(filter, { ...filter, boundingBox: null })).toBe(false);
    expect(sameFilter(filter, { ...filter, stepFree: true })).toBe(false);
  });

  test.each([[[]], [false], [null], [undefined]])(
    '%j asks nothing, whether it is there or not',
    (nothing) => {
      const { filter } = portal;
      expect(asksNothing(nothing)).toBe(true);
      if (nothing !== undefined) expect(sameFilter(filter, { ...filter, more: nothing })).toBe(true);
    },
  );
});

describe('matchingOptions', () => {
  const options = ['Bäckerei', 'Naturkost', 'Kostümverleih', 'Großhandel'].map((label) => ({
    value: label,
    label,
  }));
  const found = (typed: string) => matchingOptions(options, typed).map(({ label }) => label);

  test.each([
    ['', ['Bäckerei', 'Naturkost', 'Kostümverleih', 'Großhandel']],
    ['back', ['Bäckerei']],
    ['KOST', ['Kostümverleih', 'Naturkost']],
    ['gross', ['Großhandel']],
    ['zoo', []],
  ])('%j finds %j', (typed, labels) => {
    expect(found(typed)).toEqual(labels);
  });

  test('no more than a person can look through', () => {
    const many = Array.from({ length: 400 }, (_, index) => ({ value: String(index), label: 'Laden' }));
    expect(matchingOptions(many, 'la')).toHaveLength(50);
  });
});
