import * as fc from 'fast-check';
import {
  changedFields,
  versionOf,
  withChanges,
  type ContentVersion,
} from '#src/plugins/moderation/server/src/domain/content-version';
import { unseenBy, type FormWrite } from '#src/plugins/moderation/server/src/domain/unseen';

const FIELDS = ['summary', 'hours', 'sizeClass'] as const;
const version: fc.Arbitrary<ContentVersion> = fc.dictionary(
  fc.constantFrom('de', 'en'),
  fc.dictionary(fc.constantFrom(...FIELDS), fc.constantFrom('a', 'b', 'c')),
);

const write = (part: Partial<FormWrite>): FormWrite => ({
  action: 'save',
  locale: 'de',
  given: {},
  reaches: ['de'],
  shared: new Set(),
  ...part,
});

const SEEN = { de: { summary: 'a', hours: 'a', sizeClass: 'a' }, en: { summary: 'a', sizeClass: 'a' } };

describe('what a form has not shown', () => {
  test.each<[string, Partial<FormWrite>, ContentVersion, boolean, string[], string[]]>([
    ['nothing', { given: { summary: 'x' } }, SEEN, false, [], []],
    [
      'its own field',
      { given: { summary: 'x' } },
      { ...SEEN, de: { ...SEEN.de, summary: 'b' } },
      true,
      ['summary'],
      [],
    ],
    [
      'its own field, said alike',
      { given: { summary: 'b' } },
      { ...SEEN, de: { ...SEEN.de, summary: 'b' } },
      false,
      [],
      [],
    ],
    [
      'another field',
      { given: { summary: 'x' } },
      { ...SEEN, de: { ...SEEN.de, hours: 'b' } },
      false,
      [],
      ['hours'],
    ],
    [
      'another field, to be public',
      { action: 'publish' },
      { ...SEEN, de: { ...SEEN.de, hours: 'b' } },
      true,
      [],
      ['hours'],
    ],
    [
      'another field, to be dropped',
      { action: 'drop' },
      { ...SEEN, de: { ...SEEN.de, hours: 'b' } },
      true,
      [],
      ['hours'],
    ],
    ['another language', { action: 'publish' }, { ...SEEN, en: { ...SEEN.en, summary: 'b' } }, false, [], []],
    [
      'another language that becomes public with it',
      { action: 'publish', reaches: ['de', 'en'] },
      { ...SEEN, en: { ...SEEN.en, summary: 'b' } },
      true,
      [],
      ['summary'],
    ],
    [
      'a shared field, told once',
      { action: 'publish', reaches: ['de', 'en'], shared: new Set(['sizeClass']) },
      { de: { ...SEEN.de, sizeClass: 'b' }, en: { ...SEEN.en, sizeClass: 'b' } },
      true,
      [],
      ['sizeClass'],
    ],
    [
      'a language that is gone',
      { given: { summary: 'x' } },
      { en: SEEN.en },
      true,
      ['summary'],
      ['hours', 'sizeClass'],
    ],
  ])('%s', (_what, part, now, refused, conflicts, others) => {
    const found = unseenBy(write(part), SEEN, now);
    expect({
      refused: found.refused,
      conflicts: found.conflicts.map(({ field }) => field),
      others: found.others.map(({ field }) => field),
    }).toEqual({ refused, conflicts, others });
  });

  test('an accepted save overwrites nothing that the form has not shown, whatever the versions', () => {
    fc.assert(
      fc.property(
        version,
        version,
        fc.dictionary(fc.constantFrom(...FIELDS), fc.constantFrom('a', 'b', 'x')),
        (seen, now, given) => {
          const { refused } = unseenBy(write({ given }), seen, now);
          const lost = Object.keys(given).filter(
            (field) => now.de?.[field] !== seen.de?.[field] && now.de?.[field] !== given[field],
          );
          expect(refused).toBe(lost.length > 0);
        },
      ),
    );
  });

  test('an accepted publication shows nothing new', () => {
    fc.assert(
      fc.property(version, version, (seen, now) => {
        const reaches = ['de', 'en'];
        const { refused } = unseenBy(write({ action: 'publish', reaches }), seen, now);
        expect(refused).toBe(changedFields(seen, now).length > 0);
      }),
    );
  });
});

test('versions are equal if the content is', () => {
  const content = fc.dictionary(fc.constantFrom('de', 'en'), fc.dictionary(fc.string(), fc.jsonValue()));
  const digest = (text: string): string => text;
  fc.assert(
    fc.property(content, (one) => {
      expect(changedFields(versionOf(one, digest), versionOf(structuredClone(one), digest))).toEqual([]);
    }),
  );
});

test('changes applied to a version are those and no others', () => {
  fc.assert(
    fc.property(version, version, version, (onto, before, after) => {
      const changed = changedFields(before, after);
      const result = withChanges(onto, before, after);
      for (const { locale, field } of changed) expect(result[locale]?.[field]).toBe(after[locale]?.[field]);
      for (const { locale, field } of changedFields(onto, result))
        expect(changed).toContainEqual({ locale, field });
    }),
  );
});
