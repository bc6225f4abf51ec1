import { assert, constantFrom, integer, property, record, string } from 'fast-check';
import type { FormField } from '@stadtverbund/client';
import { labelAt } from '#src/plugins/self-service/web/domain/label-at';
import { immediateFields, sectionsOf } from '#src/plugins/self-service/web/domain/layout';
import { missingIn } from '#src/plugins/self-service/web/domain/missing';
import { clockOf, momentOf } from '#src/plugins/self-service/web/domain/moments';
import { amountOf, centsOf } from '#src/plugins/self-service/web/domain/money';
import { rebased } from '#src/plugins/self-service/web/domain/rebase';
import { shownValue } from '#src/plugins/self-service/web/domain/shown';
import { unreadableIn } from '#src/plugins/self-service/web/domain/unreadable';
import { valueAt, withValueAt } from '#src/plugins/self-service/web/domain/values';
import { withoutTexts } from '#src/plugins/self-service/web/domain/without-texts';
import { changesOf, isEmpty } from '#src/plugins/self-service/web/domain/written';

const field = (name: string, kind: FormField['kind'], more: Partial<FormField> = {}): FormField => ({
  name,
  kind,
  label: name,
  required: false,
  localized: false,
  immediate: false,
  ...more,
});

const PHONE = field('phone', 'phone', { immediate: true });
const FIELDS = [
  field('name', 'text', { required: true }),
  field('summary', 'long-text', { localized: true }),
  field('categories', 'relation', { repeatable: true, required: true }),
  field('address', 'address', {
    required: true,
    requiredUnless: ['location'],
    fields: [field('street', 'text'), field('postcode', 'postcode')],
  }),
  field('location', 'point', {
    required: true,
    requiredUnless: ['address'],
    fields: [field('latitude', 'number'), field('longitude', 'number')],
  }),
  field('contact', 'group', { fields: [PHONE, field('email', 'email')] }),
  field('hours', 'hours', {
    repeatable: true,
    fields: [field('rule', 'hours-rule', { immediate: true }), field('note', 'text')],
  }),
  field('photos', 'pictures', {
    repeatable: true,
    fields: [
      field('image', 'file', { required: true }),
      field('alternativeText', 'text', { required: true, requiredIn: 'de', localized: true }),
    ],
  }),
  field('price', 'money'),
];

const ANSWERED = {
  name: 'Café Sonne',
  summary: null,
  categories: [{ documentId: 'c1', name: 'Cafés', slug: 'cafes' }],
  address: { street: 'Betenstraße', postcode: '44137' },
  location: null,
  contact: { phone: '+49231123456', email: null },
  hours: [{ rule: 'Mo-Fr 09:00-18:00', note: null }],
  photos: [{ image: { documentId: 'f1', url: '/uploads/a.jpg' }, alternativeText: 'Theke' }],
  price: null,
};

describe('what is sent', () => {
  it('an answer that nobody has touched is nothing to send, also with signed addresses that changed', () => {
    const again = {
      ...ANSWERED,
      photos: [{ image: { documentId: 'f1', url: '/uploads/a.jpg?expires=2' }, alternativeText: 'Theke' }],
    };
    expect(changesOf(FIELDS, ANSWERED, again)).toEqual({});
  });

  it('only what differs, with documentIds, and nothing as null', () => {
    const now = {
      ...ANSWERED,
      name: '',
      categories: [...ANSWERED.categories, { documentId: 'c2', name: 'Bäckereien' }],
      address: { street: '', postcode: null },
      contact: { phone: '0231 99', email: null },
    };
    expect(changesOf(FIELDS, ANSWERED, now)).toEqual({
      name: null,
      categories: ['c1', 'c2'],
      address: null,
      contact: { phone: '0231 99', email: null },
    });
  });

  it('a file that is not sent yet is something', () => {
    expect(isEmpty({ pending: new Blob(['x']) })).toBe(false);
    expect(isEmpty({ a: null, b: [], c: { d: '' } })).toBe(true);
    expect(isEmpty(false)).toBe(false);
    expect(isEmpty(0)).toBe(false);
  });
});

describe('what was changed on both sides', () => {
  const texts = record({ name: constantFrom('a', 'b', 'c'), summary: constantFrom('a', 'b', 'c') });

  it('a field that one side has changed is as that side has it; only both make a conflict', () => {
    assert(
      property(texts, texts, texts, (base, values, fresh) => {
        const { values: put, base: next, conflicts } = rebased(FIELDS, { base, values }, fresh);
        expect(next).toBe(fresh);
        for (const name of ['name', 'summary'] as const) {
          const [before, mine, theirs] = [base[name], values[name], fresh[name]];
          const isConflict = mine !== before && theirs !== before && mine !== theirs;
          expect(conflicts.some((one) => one.field.name === name)).toBe(isConflict);
          expect(put[name]).toBe(mine === before ? theirs : mine);
        }
      }),
    );
  });

  it('both versions can be read', () => {
    const showing = {
      language: 'de' as const,
      timeZone: 'Europe/Berlin',
      words: { yes: 'Ja', no: 'Nein', nothing: 'leer', picture: 'Bild' },
    };
    const shown = (name: string, value: unknown): string =>
      shownValue(FIELDS.find((one) => one.name === name) ?? PHONE, value, showing);
    expect(shown('categories', ANSWERED.categories)).toBe('Cafés');
    expect(shown('address', ANSWERED.address)).toBe('street: Betenstraße, postcode: 44137');
    expect(shown('price', 1250)).toBe('12,50 €');
    expect(shown('summary', null)).toBe('leer');
    expect(shown('photos', ANSWERED.photos)).toBe('image: Bild, alternativeText: Theke');
  });
});

describe('what is missing', () => {
  it('names each once, of alternatives the first, and asks nothing of a group that is left empty', () => {
    expect(missingIn(FIELDS, {}, { locale: 'de' })).toEqual([['name'], ['categories'], ['address']]);
    expect(missingIn(FIELDS, { ...ANSWERED, address: null }, { locale: 'de' })).toEqual([['address']]);
    const onMap = { ...ANSWERED, address: null, location: { latitude: 51.5, longitude: 7.4 } };
    expect(missingIn(FIELDS, onMap, { locale: 'de' })).toEqual([]);
  });

  it('asks in rows, and for a text only in the language in which it is asked for', () => {
    const photos = [{ image: { documentId: 'f1' }, alternativeText: null }];
    expect(missingIn(FIELDS, { ...ANSWERED, photos }, { locale: 'de' })).toEqual([
      ['photos', 0, 'alternativeText'],
    ]);
    expect(missingIn(FIELDS, { ...ANSWERED, photos }, { locale: 'en' })).toEqual([]);
  });
});

describe('amounts', () => {
  it.each([
    ['12,50', 1250],
    ['12.50', 1250],
    ['1.200', 120_000],
    ['1.200,5', 120_050],
    ['1200', 120_000],
    [' 5 € ', 500],
    ['1 200,00', 120_000],
  ])('%s', (text, cents) => expect(centsOf(text, 'de')).toBe(cents));

  it.each(['', 'viel', '12,505', '1.20.0', '-5', '12,5,0'])('%s is none', (text) =>
    expect(centsOf(text, 'de')).toBeUndefined(),
  );

  it('what is written is read as it was, in both languages', () => {
    assert(
      property(
        integer({ min: 0, max: 2_147_483_647 }),
        constantFrom('de' as const, 'en' as const),
        (cents, language) => {
          expect(centsOf(amountOf(cents, language), language)).toBe(cents);
        },
      ),
    );
  });

  it('a text that is none is kept and named', () => {
    expect(unreadableIn(FIELDS, { ...ANSWERED, price: 'viel' })).toEqual([
      { path: ['price'], kind: 'money' },
    ]);
    expect(unreadableIn(FIELDS, ANSWERED)).toEqual([]);
  });
});

describe('moments by the city’s clocks', () => {
  it('what is shown is read as the same moment, through both changes of the clocks', () => {
    const minute = 60_000;
    const year = Date.UTC(2026, 0, 1) / minute;
    assert(
      property(integer({ min: 0, max: 365 * 24 * 60 }), (minutes) => {
        const moment = new Date((year + minutes) * minute).toISOString();
        const shown = clockOf(moment, 'Europe/Berlin');
        const read = momentOf(shown, 'Europe/Berlin');
        // One hour of autumn is shown twice: the first is meant.
        expect(clockOf(read ?? '', 'Europe/Berlin')).toBe(shown);
        expect([moment, new Date(Date.parse(moment) - 3_600_000).toISOString()]).toContain(read);
      }),
    );
  });

  it('winter, summer, and an hour that there is not', () => {
    expect(momentOf('2026-12-24T18:00', 'Europe/Berlin')).toBe('2026-12-24T17:00:00.000Z');
    expect(momentOf('2026-07-01T18:00', 'Europe/Berlin')).toBe('2026-07-01T16:00:00.000Z');
    expect(momentOf('2026-03-29T02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
    expect(momentOf('', 'Europe/Berlin')).toBeUndefined();
  });
});

it('the order of a form: what has to be filled in, what has an editor of its own, the rest', () => {
  const long = [...FIELDS, ...['a', 'b', 'c', 'd', 'e'].map((name) => field(name, 'text'))];
  expect(sectionsOf(long).map(({ kind, fields }) => [kind, fields.map(({ name }) => name)])).toEqual([
    ['first', ['name', 'categories', 'address', 'location']],
    ['own', ['contact']],
    ['own', ['hours']],
    ['own', ['photos']],
    ['further', ['summary', 'price', 'a', 'b', 'c', 'd', 'e']],
  ]);
  const short = FIELDS.slice(0, 3);
  expect(sectionsOf(short)).toEqual([{ kind: 'first', fields: short }]);
});

it('what is public at once: fields, parts of groups, and lists as a whole', () => {
  expect(
    immediateFields(FIELDS).map(({ name, fields = [] }) => [name, fields.map((inner) => inner.name)]),
  ).toEqual([
    ['contact', ['phone']],
    ['hours', ['rule', 'note']],
  ]);
});

it('in another language texts begin empty, and the rest is there', () => {
  expect(withoutTexts(FIELDS, ANSWERED)).toEqual({
    ...ANSWERED,
    photos: [{ ...ANSWERED.photos[0], alternativeText: null }],
  });
});

it('a place in a form has a name', () => {
  expect(labelAt(FIELDS, ['hours', 1, 'rule'])).toBe('hours 2, rule');
  expect(labelAt(FIELDS, ['contact', 'phone'])).toBe('contact, phone');
  expect(labelAt(FIELDS, ['elsewhere'])).toBe('');
});

it('a value that was put in is found there', () => {
  assert(
    property(string(), (text) => {
      const put = withValueAt(ANSWERED, ['hours', 0, 'rule'], text);
      expect(valueAt(put, ['hours', 0, 'rule'])).toBe(text);
      expect(valueAt(put, ['hours', 0, 'note'])).toBeNull();
      expect(valueAt(withValueAt({}, ['contact', 'phone'], text), ['contact', 'phone'])).toBe(text);
    }),
  );
});
