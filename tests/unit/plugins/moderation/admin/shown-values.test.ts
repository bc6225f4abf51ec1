import { ageInWords } from '#src/admin/components/domain/age';
import { arrangeDiff } from '#src/plugins/moderation/admin/src/domain/arrange-diff';
import { formatDay, formatMoney, formatTime, weekdayNames } from '#src/admin/components/domain/formats';
import { distance, frameMap } from '#src/plugins/moderation/admin/src/domain/map-frame';
import { asksForNext } from '#src/plugins/moderation/admin/src/domain/next-key';
import { nextSubmission } from '#src/plugins/moderation/admin/src/domain/next-submission';
import { isEmpty, shownAs } from '#src/plugins/moderation/admin/src/domain/value-kind';

describe('shownAs', () => {
  const hours = {
    service: 'on-site',
    rule: 'Mo 08:00-12:00',
    validFrom: null,
    validThrough: null,
    note: null,
  };
  const logo = { image: { id: 3, url: '/uploads/a.png', name: 'a.png' }, alternativeText: 'Ein Laden' };
  test.each([
    ['an absent value', 'name', 'string', null, { kind: 'nothing' }],
    ['a component without values', 'contact', 'component', { phone: null }, { kind: 'nothing' }],
    ['a text', 'name', 'string', 'Bäckerei', { kind: 'text', text: 'Bäckerei' }],
    ['a price', 'price', 'integer', 450, { kind: 'money', minorUnits: 450 }],
    ['a number that is no money', 'quantity', 'integer', 3, { kind: 'text', text: '3' }],
    ['a day', 'validFrom', 'date', '2026-11-20', { kind: 'day', day: '2026-11-20' }],
    ['a yes or no', 'chain', 'boolean', false, { kind: 'flag', value: false }],
    ['an enumeration', 'sizeClass', 'enumeration', 'micro', { kind: 'term', value: 'micro' }],
    [
      'a position',
      'location',
      'component',
      { latitude: 51.5, longitude: 7.4 },
      { kind: 'position', position: { latitude: 51.5, longitude: 7.4 } },
    ],
    ['hours', 'hours', 'component', [hours], { kind: 'hours', entries: [hours] }],
    [
      'a relation by its title',
      'categories',
      'relation',
      [{ documentId: 'c1', title: 'Bäckerei' }, { documentId: 'c2' }],
      { kind: 'list', lines: ['Bäckerei', 'c2'] },
    ],
    [
      'a picture',
      'logo',
      'component',
      logo,
      {
        kind: 'pictures',
        pictures: [
          { url: '/uploads/a.png', name: 'a.png', alternativeText: 'Ein Laden', caption: null, credit: null },
        ],
      },
    ],
    [
      'an unknown component by its parts',
      'address',
      'component',
      { id: 7, street: 'Hauptstraße', houseNumber: '1', place: null },
      {
        kind: 'parts',
        groups: [
          [
            { name: 'street', value: 'Hauptstraße' },
            { name: 'houseNumber', value: '1' },
          ],
        ],
      },
    ],
    [
      'blocks as text',
      'body',
      'blocks',
      [
        { type: 'paragraph', children: [{ type: 'text', text: 'Eins ' }, { children: [{ text: 'zwei' }] }] },
        { type: 'paragraph', children: [{ type: 'text', text: 'Drei' }] },
      ],
      { kind: 'text', text: 'Eins zwei\nDrei' },
    ],
  ])('shows %s', (_, name, type, value, shown) => {
    expect(shownAs(name, type, value)).toEqual(shown);
  });

  test('zero and no are values', () => {
    expect([isEmpty(0), isEmpty(false)]).toEqual([false, false]);
  });
});

describe('formats', () => {
  const space = /[\u00a0\u202f]/g;
  test.each([
    [1250, 'EUR', 'de', '12,50 €'],
    [1250, 'EUR', 'en', '€12.50'],
    [1250, 'JPY', 'en', '¥1,250'],
    [1250, '', 'de', '12.5'],
  ])('writes %d %s in %s', (amount, currency, language, text) => {
    expect(formatMoney(amount, currency, language).replace(space, ' ')).toBe(text);
  });

  test('a time zone does not shift a day, but a point in time', () => {
    expect(formatDay('2026-01-01', 'de')).toBe('01.01.2026');
    expect(formatTime('2026-01-01T00:30:00Z', 'de', 'America/New_York')).toContain('31.12.2025');
    expect(formatTime('bald', 'de')).toBe('bald');
  });

  test('the week begins on Monday', () => {
    expect(weekdayNames('de')[0]).toBe('Montag');
    expect(weekdayNames('en')[6]).toBe('Sunday');
  });
});

describe('ageInWords', () => {
  const now = new Date('2026-11-20T12:00:00Z');
  test.each([
    ['2026-11-20T11:59:50Z', 'gerade eben', 'just now'],
    ['2026-11-20T12:01:00Z', 'gerade eben', 'just now'],
    ['2026-11-20T11:15:00Z', 'vor 45 Minuten', '45 minutes ago'],
    ['2026-11-18T11:00:00Z', 'vorgestern', '2 days ago'],
    ['2026-11-15T11:00:00Z', 'vor 5 Tagen', '5 days ago'],
    ['2026-10-28T11:00:00Z', 'vor 3 Wochen', '3 weeks ago'],
  ])('calls %s %s', (since, de, en) => {
    expect([ageInWords(since, now, 'de'), ageInWords(since, now, 'en')]).toEqual([de, en]);
  });
});

describe('frameMap', () => {
  const city = { south: 51.4, west: 7.3, north: 51.6, east: 7.6 };

  test('a position in the city is inside the drawing, with north up and east on the right', () => {
    const frame = frameMap(city, [], 300);
    const west = frame.place({ latitude: 51.55, longitude: 7.35 });
    const east = frame.place({ latitude: 51.45, longitude: 7.55 });
    expect(west.x).toBeLessThan(east.x);
    expect(west.y).toBeLessThan(east.y);
    expect(frame.height).toBeGreaterThan(0);
  });

  test('a position outside the city widens the drawing', () => {
    const far = { latitude: 51.9, longitude: 7.9 };
    const frame = frameMap(city, [far], 300);
    const { x, y } = frame.place(far);
    expect([x > 0, x < 300, y > 0, y < frame.height]).toEqual([true, true, true, true]);
  });

  test('measures in metres', () => {
    const metres = distance({ latitude: 51.5, longitude: 7.4 }, { latitude: 51.51, longitude: 7.4 });
    expect(metres).toBeCloseTo(1112, -1);
  });
});

describe('asksForNext', () => {
  const press = {
    key: 'n',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    defaultPrevented: false,
    repeat: false,
  };
  const page = { tagName: 'BODY', isContentEditable: false, role: null, inDialog: false };
  test.each([
    ['n on the page', {}, {}, true],
    ['N with caps lock', { key: 'N' }, {}, true],
    ['another key', { key: 'm' }, {}, false],
    ['Ctrl+N', { ctrlKey: true }, {}, false],
    ['a key that is held', { repeat: true }, {}, false],
    ['n in a text field', {}, { tagName: 'TEXTAREA' }, false],
    ['n in a rich text', {}, { isContentEditable: true }, false],
    ['n in a choice', {}, { role: 'combobox' }, false],
    ['n in a dialog', {}, { tagName: 'BUTTON', inDialog: true }, false],
    ['n on a button', {}, { tagName: 'BUTTON' }, true],
  ])('%s', (_, pressed, typed, expected) => {
    expect(asksForNext({ ...press, ...pressed }, { ...page, ...typed })).toBe(expected);
  });
});

test.each([
  ['the next in the queue', [1, 2, 3], 2, 3],
  ['the first after the last', [1, 2, 3], 3, 1],
  ['the first when this one was decided', [1, 3], 2, 1],
  ['none when nothing else waits', [2], 2, undefined],
])('%s follows', (_, queue, current, next) => {
  expect(nextSubmission(queue, current)).toBe(next);
});

describe('arrangeDiff', () => {
  const field = (name: string, before: unknown, after: unknown) => ({
    name,
    before,
    after,
    changed: before !== after,
  });
  const names = (fields: readonly { name: string }[]) => fields.map(({ name }) => name);
  const isFact = (name: string): boolean => name === 'chain';

  test('shows facts once and first, and changes separate from the rest', () => {
    const sections = arrangeDiff(
      [
        {
          locale: 'de',
          status: 'changed',
          fields: [field('chain', false, true), field('summary', 'alt', 'neu'), field('hours', 'Mo', 'Tu')],
        },
        {
          locale: 'en',
          status: 'changed',
          fields: [field('chain', false, true), field('summary', 'old', 'old'), field('hours', 'Mo', 'Tu')],
        },
      ],
      isFact,
    );
    expect(sections.map(({ locale }) => locale)).toEqual([null, 'de', 'en']);
    expect(sections.map(({ changed }) => names(changed))).toEqual([['chain', 'hours'], ['summary'], []]);
    expect(sections.map(({ unchanged }) => names(unchanged))).toEqual([[], [], ['summary']]);
  });

  test('a new language does not make the facts look new', () => {
    const sections = arrangeDiff(
      [
        {
          locale: 'en',
          status: 'added',
          fields: [field('chain', null, false), field('summary', null, 'new')],
        },
        { locale: 'de', status: 'same', fields: [field('chain', false, false), field('summary', 'a', 'a')] },
      ],
      isFact,
    );
    expect(sections.map(({ locale, status }) => [locale, status])).toEqual([
      [null, 'same'],
      ['en', 'added'],
      ['de', 'same'],
    ]);
  });

  test('a document in only one language keeps its texts under that language', () => {
    const sections = arrangeDiff(
      [
        {
          locale: 'de',
          status: 'added',
          fields: [field('chain', null, true), field('summary', null, 'neu')],
        },
      ],
      isFact,
    );
    expect(sections.map(({ locale, changed }) => [locale, names(changed)])).toEqual([
      [null, ['chain']],
      ['de', ['summary']],
    ]);
  });
});
