import {
  decodeCursor,
  encodeCursor,
  resume,
  type Cursor,
} from '#src/plugins/portal-feed/server/src/domain/cursor';

const CURSOR: Cursor = { portal: 'p', seq: 50, filterVersion: 2, floor: 10 };
const PORTAL = { documentId: 'p', filterVersion: 2, resumesFrom: 2 };
const LOG = { last: 100, forgotten: 10 };

test('a cursor can be read back', () => {
  expect(decodeCursor(encodeCursor(CURSOR))).toEqual(CURSOR);
});

test.each([
  ['nothing', ''],
  ['a number', '12'],
  ['other base64', Buffer.from('{"a":1}').toString('base64url')],
  ['another version', Buffer.from('[2,"p",1,1,1]').toString('base64url')],
  ['a negative number', Buffer.from('[1,"p",-1,1,1]').toString('base64url')],
  ['too few parts', Buffer.from('[1,"p",1]').toString('base64url')],
])('%s is not a cursor', (_what, text) => {
  expect(decodeCursor(text)).toBeNull();
});

test.each<[string, Cursor | null, Partial<typeof PORTAL>, Partial<typeof LOG>, object]>([
  ['no cursor begins, and knows what is forgotten', null, {}, {}, { ok: true, after: 0, floor: 10 }],
  ['a cursor goes on', CURSOR, {}, {}, { ok: true, after: 50, floor: 10 }],
  [
    'another portal’s is refused',
    CURSOR,
    { documentId: 'q' },
    {},
    { ok: false, reason: 'cursor-other-portal' },
  ],
  [
    'a changed filter asks for a snapshot',
    CURSOR,
    { filterVersion: 3, resumesFrom: 3 },
    {},
    { ok: false, reason: 'filter-changed' },
  ],
  ['a resent filter looks at all again', CURSOR, { filterVersion: 3 }, {}, { ok: true, after: 0, floor: 50 }],
  [
    'a filter of the future is refused',
    CURSOR,
    { filterVersion: 1, resumesFrom: 1 },
    {},
    { ok: false, reason: 'filter-changed' },
  ],
  [
    'a removal forgotten since is too old',
    CURSOR,
    {},
    { forgotten: 51 },
    { ok: false, reason: 'cursor-too-old' },
  ],
  [
    'a removal forgotten before it was passed is not',
    CURSOR,
    {},
    { forgotten: 50 },
    { ok: true, after: 50, floor: 10 },
  ],
  [
    'nor one that was forgotten when the reader began',
    { ...CURSOR, seq: 5 },
    {},
    {},
    { ok: true, after: 5, floor: 10 },
  ],
  ['a restored log does not know it', { ...CURSOR, seq: 101 }, {}, {}, { ok: false, reason: 'cursor-ahead' }],
  ['the last event is known', { ...CURSOR, seq: 100 }, {}, {}, { ok: true, after: 100, floor: 10 }],
  [
    'a resent filter is too old for a removal forgotten since',
    CURSOR,
    { filterVersion: 3 },
    { forgotten: 60 },
    { ok: false, reason: 'cursor-too-old' },
  ],
])('%s', (_what, cursor, portal, log, expected) => {
  expect(resume(cursor, { ...PORTAL, ...portal }, { ...LOG, ...log })).toEqual(expected);
});
