import fc from 'fast-check';
import { districtAfter, isSetByHand, type PlaceWrite } from '#src/city/domain/district-of-point';

const at = (district: string | null, within: string | null | undefined) => ({ district, within });
const FOLLOWS = at('nord', 'nord');
const BY_HAND = at('sued', 'nord');

const write = (part: Partial<PlaceWrite>): string | null | undefined =>
  districtAfter({ before: undefined, named: undefined, within: undefined, byEditor: false, ...part });

// `undefined`: the write stays as it is.
it.each<[what: string, Partial<PlaceWrite>, string | null | undefined]>([
  ['a new listing gets the district of its point', { within: 'nord' }, 'nord'],
  ['a contributor names another one: the point knows better', { within: 'nord', named: 'sued' }, 'nord'],
  [
    'an editor names another one: the editor knows better',
    { within: 'nord', named: 'sued', byEditor: true },
    undefined,
  ],
  ['without a point it is what is named', { named: 'sued' }, undefined],
  ['outside all borders it is what is named', { within: null, named: 'sued' }, undefined],
  ['outside all borders and none named: none', { within: null }, undefined],
  ['the point moves across a border', { before: FOLLOWS, within: 'ost' }, 'ost'],
  ['an editor moves it across a border', { before: FOLLOWS, within: 'ost', byEditor: true }, 'ost'],
  [
    'an editor moves it, and the form repeats the old district',
    { before: FOLLOWS, named: 'nord', within: 'ost', byEditor: true },
    'ost',
  ],
  ['the point moves within its district', { before: FOLLOWS, within: 'nord' }, undefined],
  ['the point moves out of all borders', { before: FOLLOWS, within: null }, null],
  ['the point comes in from outside', { before: at(null, null), within: 'ost' }, 'ost'],
  [
    'what was named outside follows once the point is inside',
    { before: at('sued', null), within: 'ost' },
    'ost',
  ],
  ['a listing gets its first point', { before: at('sued', undefined), within: 'ost' }, 'ost'],
  ['its first point is outside all borders', { before: at('sued', undefined), within: null }, undefined],
  ['a district set by hand stays when the point moves', { before: BY_HAND, within: 'ost' }, 'sued'],
  ['a district set by hand stays when the point leaves', { before: BY_HAND, within: null }, 'sued'],
  [
    'a contributor does not change what an editor set',
    { before: BY_HAND, named: 'ost', within: 'nord' },
    'sued',
  ],
  [
    'a contributor does not clear what an editor set',
    { before: BY_HAND, named: null, within: 'nord' },
    'sued',
  ],
  [
    'an editor clears it: it follows again',
    { before: BY_HAND, named: null, within: 'nord', byEditor: true },
    'nord',
  ],
  [
    'an editor changes it again',
    { before: BY_HAND, named: 'ost', within: 'nord', byEditor: true },
    undefined,
  ],
  ['a contributor clears it: it follows', { before: FOLLOWS, named: null, within: 'nord' }, 'nord'],
  [
    'an old listing without a district is written, its point unchanged',
    { before: at(null, 'nord'), named: null, within: 'nord' },
    undefined,
  ],
])('%s', (_what, part, district) => {
  expect(write(part)).toBe(district);
});

const slug = fc.constantFrom('nord', 'sued', 'ost');
const within = fc.option(fc.option(slug, { nil: undefined }));
const place = fc.record({ district: fc.option(slug), within });
const anyWrite = fc.record({
  before: fc.option(place, { nil: undefined }),
  named: fc.option(fc.option(slug), { nil: undefined }),
  within,
  byEditor: fc.boolean(),
});

/** What is stored after a write. */
const stored = (given: PlaceWrite) => {
  const decided = districtAfter(given);
  const district = decided !== undefined ? decided : (given.named ?? given.before?.district ?? null);
  return at(given.named === null && decided === undefined ? null : district, given.within);
};

it('no write but an editor’s makes a district differ from its point', () => {
  fc.assert(
    fc.property(anyWrite, (given) => {
      const wasByHand = given.before !== undefined && isSetByHand(given.before);
      if (isSetByHand(stored(given))) expect(given.byEditor || wasByHand).toBe(true);
    }),
  );
});

it('a write that is repeated changes nothing more', () => {
  fc.assert(
    fc.property(anyWrite, (given) => {
      const once = stored(given);
      expect(stored({ ...given, named: undefined, before: once })).toEqual(once);
    }),
  );
});
