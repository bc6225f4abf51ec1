import fc from 'fast-check';
import { autoApproval } from '#src/plugins/moderation/server/src/domain/auto-approve';
import type { Listed } from '#src/plugins/moderation/server/src/domain/listed';

// As in the business schema.
const LISTED: Listed[] = [
  { path: 'hours.service' },
  { path: 'hours.rule', matches: /^[A-Za-z0-9 :;-]*$/ },
  { path: 'hours.validFrom' },
  { path: 'contact.phone', matches: /^\+\d{1,15}$/ },
  { path: 'chain' },
];

type Fields = Record<string, unknown>;

const de = (fields: Fields) => ({ de: { fields } });
const entry = (rule: string, note: string | null = null, service = 'on-site') => ({
  service,
  rule,
  validFrom: null,
  note,
});

const PUBLIC = {
  name: 'Bäckerei',
  chain: false,
  hours: [entry('Mo 10:00-12:00')],
  contact: { phone: '+49231', email: 'a@example.org' },
};

const withHours = (...hours: Fields[]) => ({ ...PUBLIC, hours });

/** What the public sees of the hours after an edit to the public version. */
function publicHours(published: Fields[], draft: Fields[], before = published): unknown {
  const decided = autoApproval(
    LISTED,
    de(withHours(...before)),
    de(withHours(...draft)),
    de(withHours(...published)),
  );
  return { shown: decided.writes.de?.hours ?? published, only: decided.only, waiting: decided.waiting };
}

describe('what an edit publishes immediately', () => {
  it('copies a listed attribute and nothing else from the draft', () => {
    const before = { ...PUBLIC, name: 'Neuer Name' };
    const after = { ...before, hours: [entry('Tu 10:00-12:00')] };
    expect(autoApproval(LISTED, de(before), de(after), de(PUBLIC))).toEqual({
      paths: ['hours'],
      only: true,
      waiting: ['name'],
      writes: { de: { hours: [entry('Tu 10:00-12:00')] } },
    });
  });

  it('copies one field of a component and keeps the public values of the others', () => {
    const after = { ...PUBLIC, contact: { phone: '+49232', email: 'pending@example.org' } };
    const decided = autoApproval(LISTED, de(PUBLIC), de(after), de(PUBLIC));
    expect(decided.writes).toEqual({ de: { contact: { phone: '+49232', email: 'a@example.org' } } });
    expect(decided.only).toBe(false);
    expect(decided.waiting).toEqual(['contact']);
  });

  it('leaves alone what was changed by an earlier edit or an editor, but not by this edit', () => {
    const draft = {
      ...PUBLIC,
      hours: [entry('We 10:00-12:00')],
      contact: { phone: '+49999', email: 'a@example.org' },
    };
    const after = { ...draft, name: 'Neuer Name', contact: { phone: '+49999', email: 'b@example.org' } };
    expect(autoApproval(LISTED, de(draft), de(after), de(PUBLIC))).toMatchObject({
      paths: [],
      only: false,
      writes: {},
    });
  });

  it('writes only locales that are public', () => {
    const after = withHours(entry('Tu 10:00-12:00'));
    const both = (fields: Fields) => ({ ...de(fields), en: { fields } });
    const decided = autoApproval(LISTED, both(PUBLIC), both(after), de(PUBLIC));
    expect(Object.keys(decided.writes)).toEqual(['de']);
    expect(decided.only).toBe(true);
  });

  it('a text in a language that is not public waits as well', () => {
    const both = (german: Fields, english: Fields) => ({ ...de(german), en: { fields: english } });
    const decided = autoApproval(
      LISTED,
      both(PUBLIC, PUBLIC),
      both(withHours(entry('Tu 10:00-12:00')), withHours(entry('Tu 10:00-12:00', 'new'))),
      de(PUBLIC),
    );
    expect(decided.only).toBe(false);
  });

  it('a listed text waits if it is not of the kind that needs no review', () => {
    const after = { ...PUBLIC, contact: { ...PUBLIC.contact, phone: '+49 rufen Sie an' } };
    expect(autoApproval(LISTED, de(PUBLIC), de(after), de(PUBLIC))).toMatchObject({
      only: false,
      writes: {},
    });
  });
});

describe('of a list the public sees', () => {
  const MO = 'Mo 10:00-12:00';
  const TU = 'Tu 10:00-12:00';
  const SAID = 'Mo 10:00-12:00 "nach Absprache"';

  it.each<[string, Fields[], Fields[], Fields[], boolean, string[]]>([
    ['a new entry', [entry(MO)], [entry(MO), entry(TU)], [entry(MO), entry(TU)], true, []],
    [
      'a new entry without its note',
      [entry(MO)],
      [entry(MO), entry(TU, 'neu')],
      [entry(MO), entry(TU)],
      false,
      ['hours.note'],
    ],
    ['no new note', [entry(MO)], [entry(MO, 'neu')], [entry(MO)], false, ['hours.note']],
    [
      'the old note until the new one is read',
      [entry(MO, 'alt')],
      [entry(MO, 'neu')],
      [entry(MO, 'alt')],
      false,
      ['hours.note'],
    ],
    [
      'a note that stays while its rule changes',
      [entry(MO, 'alt')],
      [entry(TU, 'alt')],
      [entry(TU, 'alt')],
      true,
      [],
    ],
    [
      'neither note on a rule that is new with it',
      [entry(MO, 'alt')],
      [entry(TU, 'neu')],
      [entry(TU)],
      false,
      ['hours.note'],
    ],
    ['that a note was taken away', [entry(MO, 'alt')], [entry(MO)], [entry(MO)], true, []],
    [
      'that an entry was taken away',
      [entry(MO, 'a'), entry(TU, 'b')],
      [entry(TU, 'b')],
      [entry(TU, 'b')],
      true,
      [],
    ],
    [
      'another order',
      [entry(MO, 'a'), entry(TU, 'b')],
      [entry(TU, 'b'), entry(MO, 'a')],
      [entry(TU, 'b'), entry(MO, 'a')],
      true,
      [],
    ],
    [
      'notes at their entries, though they were swapped',
      [entry(MO, 'a'), entry(TU, 'b')],
      [entry(MO, 'b'), entry(TU, 'a')],
      [entry(MO, 'a'), entry(TU, 'b')],
      false,
      ['hours.note'],
    ],
    [
      'a note once, though the draft has it twice',
      [entry(MO, 'a')],
      [entry(MO, 'a'), entry(TU, 'a')],
      [entry(MO, 'a'), entry(TU)],
      false,
      ['hours.note'],
    ],
    [
      'nothing of it while a rule has a new comment',
      [entry(MO)],
      [entry(SAID), entry(TU)],
      [entry(MO)],
      false,
      ['hours'],
    ],
    [
      'a comment that is public already',
      [entry(SAID)],
      [entry(SAID), entry(TU)],
      [entry(SAID), entry(TU)],
      true,
      [],
    ],
    ['no list where all was taken away', [entry(MO, 'a')], [], [], true, []],
  ])('%s', (_what, published, draft, shown, only, waiting) => {
    expect(publicHours(published, draft)).toEqual({ shown, only, waiting });
  });

  it('another rule while an earlier note is still waiting', () => {
    expect(publicHours([entry(MO)], [entry(TU, 'wartet')], [entry(MO, 'wartet')])).toEqual({
      shown: [entry(TU)],
      only: true,
      waiting: ['hours.note'],
    });
  });
});

describe('whatever is edited', () => {
  const TEXTS = ['alt', 'neu', 'http://evil.example', 'Betrieb geschlossen'];
  const RULES = ['Mo 10:00-12:00', 'Tu 10:00-12:00', 'We "alt"', 'Th "neu"', 'Fr 10:00-12:00 “x”'];
  const hours = fc.array(
    fc.record({
      service: fc.constantFrom('on-site', 'phone'),
      rule: fc.constantFrom(...RULES),
      validFrom: fc.constantFrom(null, '2026-12-24'),
      note: fc.option(fc.constantFrom(...TEXTS)),
    }),
    { maxLength: 5 },
  );
  const fields = fc.record({
    name: fc.constantFrom(...TEXTS),
    chain: fc.boolean(),
    hours,
    contact: fc.option(
      fc.record({
        phone: fc.constantFrom(null, '+49231', '+49 evil', 'evil'),
        email: fc.constantFrom(null, 'a@example.org', 'b@example.org'),
      }),
    ),
  });
  const version = fc
    .record({ de: fields }, { requiredKeys: [] })
    .chain(({ de: german }) => fc.record({ de: fc.constant(german ?? null), en: fc.option(fields) }));
  const locales = version.map(({ de: german, en }) => ({
    ...(german ? { de: { fields: german } } : {}),
    ...(en ? { en: { fields: en } } : {}),
  }));

  /** Every text with its position: a note at its service, a rule with a comment, a name, an address. */
  const textsOf = (value: Fields | undefined): string[] => {
    const entries = (value?.hours ?? []) as { rule: string; note: string | null }[];
    const contact = value?.contact as Fields | null | undefined;
    return [
      ...entries.map(({ note }) => (note ? `note ${note}` : '')),
      ...entries.map(({ rule }) => (/["“]/.test(rule) ? `rule ${rule}` : '')),
      typeof contact?.phone === 'string' && !/^\+\d+$/.test(contact.phone) ? `phone ${contact.phone}` : '',
      typeof contact?.email === 'string' ? `email ${contact.email}` : '',
      typeof value?.name === 'string' ? `name ${value.name}` : '',
    ].filter(Boolean);
  };

  it('no text becomes public that was not reviewed in that language', () => {
    fc.assert(
      fc.property(locales, locales, locales, (before, after, published) => {
        const { writes, only, waiting } = autoApproval(LISTED, before, after, published);
        for (const [locale, written] of Object.entries(writes)) {
          const reviewed = textsOf(published[locale as 'de']?.fields);
          for (const text of textsOf(written)) {
            const at = reviewed.indexOf(text);
            expect([text, reviewed]).toEqual([text, expect.arrayContaining([text])]);
            // Twice only if it was there twice.
            reviewed.splice(at, 1);
          }
          expect(
            Object.keys(written).filter((name) => !['hours', 'contact', 'chain'].includes(name)),
          ).toEqual([]);
        }
        if (Object.keys(writes).length === 0) expect(only && waiting.length === 0).toBe(false);
      }),
      { numRuns: 3_000 },
    );
  });
});
