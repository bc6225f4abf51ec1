import fc from 'fast-check';
import { hoursStateSql } from '#src/plugins/directory/server/src/search/hours-state.sql';
import { startedApp } from '../../support';

const HOUR_MS = 3_600_000;
const START = Date.UTC(2026, 10, 30);

/** Hour by hour: open, closed, or perhaps. */
type Hour = 'o' | '-' | '?';

interface State {
  readonly open_now: boolean | null;
  readonly next_change: Date | null;
  readonly changes_at: Date | null;
}

const rangesOf = (hours: readonly Hour[], kind: Hour): string => {
  const ranges = hours.flatMap((hour, at) =>
    hour === kind ? [`[${[at, at + 1].map(moment).join(',')})`] : [],
  );
  return `{${ranges.join(',')}}`;
};

const moment = (hour: number): string => new Date(START + hour * HOUR_MS).toISOString();

async function stateAt(hours: readonly Hour[], at: number): Promise<State | undefined> {
  const given = `(select cast(:open as tstzmultirange) as open, cast(:unknown as tstzmultirange) as unknown,
      cast(:until as timestamptz) as until) o`;
  const { rows } = await startedApp().strapi.db.connection.raw<{ rows: State[] }>(
    hoursStateSql(given, 'cast(:at as timestamptz)'),
    {
      open: rangesOf(hours, 'o'),
      unknown: rangesOf(hours, '?'),
      until: moment(hours.length),
      at: moment(at),
    },
  );
  return rows[0];
}

const hourOf = (date: Date | null): number | null =>
  date === null ? null : (date.getTime() - START) / HOUR_MS;

/** The first hour from `at` on for which this holds; null if there is none. */
const firstFrom = (hours: readonly Hour[], at: number, test: (hour: Hour) => boolean): number | null => {
  const found = hours.findIndex((hour, place) => place >= at && test(hour));
  return found < 0 ? null : found;
};

it('what is open closes at a time that is known, or nothing is said of it; an answer is right until it says so', async () => {
  const hours = fc.array(fc.constantFrom<Hour>('o', 'o', '-', '-', '?'), { minLength: 4, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(hours, fc.nat(), async (some, number) => {
      const at = number % some.length;
      const now = some[at];
      const state = await stateAt(some, at);
      if (!state) throw new Error('No state.');
      expect(state.open_now).toBe(now === '?' ? null : now === 'o');
      const end = firstFrom(some, at, (hour) => hour !== 'o');
      const change =
        now === 'o'
          ? end !== null && some[end] === '?'
            ? null
            : end
          : firstFrom(some, at, (hour) => hour === 'o');
      expect(hourOf(state.next_change)).toBe(change);
      // Until then it is the same.
      expect(hourOf(state.changes_at)).toBe(firstFrom(some, at, (hour) => hour !== now));
    }),
    { numRuns: 150 },
  );
});
