import fc from 'fast-check';
import {
  familyOf,
  judgeRefresh,
  LEEWAY_MS,
  type Session,
} from '#src/extensions/sessions/domain/session-family';

const LOG_IN = Date.parse('2026-11-29T12:00:00Z');
const MINUTE = 60_000;

/** Sessions of one log-in, refreshed once a minute. */
const chain = (name: string, length: number): Session[] =>
  Array.from({ length }, (_, index) => ({
    sessionId: `${name}${index}`,
    childId: index + 1 < length ? `${name}${index + 1}` : null,
    status: index + 1 < length ? 'rotated' : 'active',
    createdAt: new Date(LOG_IN + index * MINUTE).toISOString(),
  }));

const idsOf = (sessions: readonly Session[]): string[] => sessions.map(({ sessionId }) => sessionId);

it('a family is all sessions from one log-in, whichever is given, and no others', () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(lengths, fc.infiniteStream(fc.nat()), (counts, random) => {
      const families = counts.map((length, index) => chain(String.fromCharCode(97 + index), length));
      const all = families.flat().sort(() => (Number(random.next().value) % 2) - 0.5);
      for (const family of families)
        for (const { sessionId } of family) expect(idsOf(familyOf(all, sessionId))).toEqual(idsOf(family));
    }),
  );
});

it('ends on rows that form a circle', () => {
  const circle = chain('a', 3).map((session, index) => ({ ...session, childId: `a${(index + 1) % 3}` }));
  expect(idsOf(familyOf(circle, 'a1')).sort()).toEqual(['a0', 'a1', 'a2']);
});

const used = LOG_IN + MINUTE;

it.each([
  ['the youngest is taken', 'a2', used, 'first'],
  ['one that is not known is left to Strapi', 'b0', used, 'first'],
  ['one used a moment ago', 'a0', used, { isReuse: false, youngest: 'a2' }],
  ['one used at the end of the leeway', 'a0', used + LEEWAY_MS, { isReuse: false, youngest: 'a2' }],
  ['one used before it', 'a0', used + LEEWAY_MS + 1, { isReuse: true, youngest: 'a2' }],
  ['its child, used a moment ago', 'a1', used + MINUTE, { isReuse: false, youngest: 'a2' }],
])('%s', (_what, sessionId, now, expected) => {
  const decision = judgeRefresh(chain('a', 3), sessionId, new Date(now));
  if (decision.kind === 'again') {
    expect({ isReuse: decision.isReuse, youngest: decision.youngest.sessionId }).toEqual(expected);
    expect(idsOf(decision.family)).toEqual(['a0', 'a1', 'a2']);
  } else expect(decision.kind).toBe(expected);
});

it('nothing is left to return or to end if the newest is gone', () => {
  const rest = chain('a', 3).slice(0, 2);
  for (const { sessionId } of rest) expect(judgeRefresh(rest, sessionId, new Date(used)).kind).toBe('over');
});
