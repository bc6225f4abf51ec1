import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ADVISORY_COLUMNS, BUSINESS_COLUMNS } from '#src/import/domain/csv-columns';
import { csvTable } from '#src/import/domain/csv-table';
import { mapAdvisoryRow, type AdvisoryContext } from '#src/import/domain/map-advisory-row';
import { mapBusinessRow, type RowContext } from '#src/import/domain/map-business-row';
import { splitStreet } from '#src/import/domain/address';
import type { CuratedCategory } from '#src/import/domain/catalogue';
import { CategoryWords } from '#src/import/domain/category-words';
import type { TableRow } from '#src/import/domain/csv-table';
import type { Row } from '#src/import/domain/row';

const RULES = {
  language: 'en' as const,
  rulePlace: { federalState: 'DE-NW' as const, centre: { latitude: 51.5139, longitude: 7.4653 } },
};

describe('a table', () => {
  test.each([
    ['semicolons and German headers', 'Betrieb;Straße;PLZ;Ort\nX;Weg 1;44135;Dortmund\n'],
    ['commas', 'name,street,postcode,place\nX,Weg 1,44135,Dortmund\n'],
    ['tabs', 'name\tstreet\tpostcode\tplace\nX\tWeg 1\t44135\tDortmund\n'],
    [
      'a byte order mark and Windows line ends',
      '\ufeffName;Strasse;Postleitzahl;Stadt\r\nX;Weg 1;44135;Dortmund\r\n',
    ],
    ['quotes around a line break', 'name;street;postcode;place\n"X";"Weg 1";44135;"Dortmund"\n'],
  ])('is read with %s', (_description, text) => {
    expect(csvTable(text, BUSINESS_COLUMNS)?.rows.map(({ row }) => row)).toEqual([
      { name: 'X', street: 'Weg 1', postcode: '44135', place: 'Dortmund' },
    ]);
  });

  test('names the line of a mistake', () => {
    const table = csvTable('name,place\n"X,Dortmund\nY,Dortmund\n', BUSINESS_COLUMNS);
    expect(table?.rows.map(({ line, damage }) => [line, damage])).toEqual([
      [2, { code: 'quote-open', line: 2 }],
      [3, undefined],
    ]);
  });

  test('says which columns it does not know', () => {
    expect(csvTable('name;Lieblingsfarbe\nX;grün\n', BUSINESS_COLUMNS)?.unknown).toEqual(['Lieblingsfarbe']);
  });

  test('accepts a short row', () => {
    expect(csvTable('name;place\nX\n', BUSINESS_COLUMNS)?.rows[0]?.row).toEqual({ name: 'X' });
  });
});

describe('a street with a number', () => {
  test.each([
    ['Norderstr. 58-60', { street: 'Norderstr.', houseNumber: '58-60' }],
    ['Straße des 17. Juni 135', { street: 'Straße des 17. Juni', houseNumber: '135' }],
    ['Viktoriastr. 17a', { street: 'Viktoriastr.', houseNumber: '17a' }],
    ['Sophienstr. 2 - 8', { street: 'Sophienstr.', houseNumber: '2 - 8' }],
    ['Am Markt', { street: 'Am Markt' }],
    [undefined, {}],
  ])('%s', (text, expected) => {
    expect(splitStreet(text)).toEqual(expected);
  });
});

const BAKERY: CuratedCategory = {
  slug: 'baeckerei',
  name: { de: 'Bäckerei', en: 'Bakery' },
  terms: { de: [], en: [] },
  parent: null,
  osmTags: ['shop/bakery'],
  schemaType: 'Bakery',
};

describe('a row of a table of businesses', () => {
  const context: RowContext = {
    ...RULES,
    system: 'csv',
    catalogue: new Map([['shop/bakery', 'Bäckerei']]),
    words: new CategoryWords(new Map([['shop/bakery', BAKERY]]), [BAKERY]),
  };
  const rowOf = (row: Row): TableRow => ({ line: 2, row, raw: row, notes: [] });
  const ROW: Row = { name: 'X', category: 'Bäckerei', street: 'Weg 1', postcode: '44135', place: 'Dortmund' };

  test('becomes a business; without an id it is identified by name and address', () => {
    const row = rowOf({ ...ROW, latitude: '51,51', longitude: '7,46', sizeClass: 'klein', delivery: 'ja' });
    const mapped = mapBusinessRow(row, context);
    expect(mapped).toMatchObject({
      ok: true,
      record: {
        source: { system: 'csv', externalId: 'x-weg-1-44135-dortmund' },
        categories: ['shop/bakery'],
        address: { street: 'Weg', houseNumber: '1' },
        location: { latitude: 51.51, longitude: 7.46 },
        sizeClass: 'small',
        offers: [{ kind: 'delivery' }],
      },
    });
  });

  test('says where it serves; what is unknown is noted', () => {
    const districts = { city: 'Dortmund', names: ['Hörde', 'Aplerbeck'] };
    const given = {
      ...ROW,
      servedDistricts: 'Hoerde; Aplerbeck, Gartenstadt',
      servedPostcodes: '44265, D-44263',
      serviceRadius: '7,5 km',
    };
    expect(mapBusinessRow(rowOf(given), { ...context, districts })).toMatchObject({
      ok: true,
      record: {
        servedDistricts: ['Hoerde', 'Aplerbeck'],
        serviceArea: { postcodes: ['44263', '44265'], radiusKm: 7.5 },
      },
      notes: [{ code: 'value-unknown', field: 'servedDistricts', found: 'Gartenstadt' }],
    });
  });

  test.each([
    ['servedPostcodes', 'überall', 'serviceArea.postcodes', 'postcode-malformed'],
    ['serviceRadius', 'weit', 'serviceArea.radiusKm', 'service-radius-range'],
    ['serviceRadius', '900', 'serviceArea.radiusKm', 'service-radius-range'],
  ])('leaves out a %s of %j', (column, value, field, reason) => {
    const mapped = mapBusinessRow(rowOf({ ...ROW, [column]: value }), context);
    expect(mapped).toMatchObject({ ok: true, notes: [{ field, refused: { reason } }] });
    expect(mapped).not.toHaveProperty('record.serviceArea');
  });

  test('is rejected with an unknown category, and the reason names it', () => {
    const mapped = mapBusinessRow(rowOf({ ...ROW, category: 'Raumschiffwerft' }), context);
    expect(mapped.ok).toBe(false);
    expect(mapped.notes).toEqual([{ code: 'no-category-named', found: 'Raumschiffwerft' }]);
  });
});

describe('a public health office', () => {
  const context: AdvisoryContext = { ...RULES, system: 'gesundheitsaemter', healthOffices: true };
  const table = csvTable(
    readFileSync(join(__dirname, '../../../../data/health-offices.csv'), 'utf8'),
    ADVISORY_COLUMNS,
  );
  const mapped = (table?.rows ?? []).map((row) => mapAdvisoryRow(row, context));

  test('becomes an advisory contact with its phones in E.164', () => {
    expect(mapped[0]).toMatchObject({
      ok: true,
      record: {
        source: { system: 'gesundheitsaemter', externalId: '1' },
        kind: 'hotline',
        title: { de: 'Stadt Flensburg – Fachbereich 2 / Gesundheitsdienste' },
        phones: [{ number: '+49461852602' }, { number: '+49461858585', label: { de: 'Hotline' } }],
        address: { street: 'Norderstr.', houseNumber: '58-60', postcode: '24939', place: 'Flensburg' },
        attribution: { text: 'gstephan30/gesundheitsaemter, Robert Koch-Institut' },
      },
    });
  });

  test('is only rejected if nobody can be reached: 1 of 399', () => {
    expect(mapped).toHaveLength(399);
    expect(mapped.filter(({ ok }) => !ok)).toEqual([
      expect.objectContaining({ externalId: '398', notes: [{ code: 'no-reachability' }] }),
    ]);
  });
});
