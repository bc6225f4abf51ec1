import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  catalogueOf,
  categoryDrafts,
  type CuratedCategory,
  type OsmCategory,
} from '#src/import/domain/catalogue';
import { featureOf } from '#src/import/domain/feature';
import { mapFeature, type MappingContext } from '#src/import/domain/map-feature';
import { noteText } from '#src/import/domain/notes';
import type { BusinessRecord } from '#src/import/domain/record';

const data = (file: string): unknown =>
  JSON.parse(readFileSync(join(__dirname, '../../../../data', file), 'utf8'));

const drafts = categoryDrafts(
  data('categories.json') as CuratedCategory[],
  data('osm-categories-de.json') as OsmCategory[],
);

const DORTMUND: MappingContext = {
  catalogue: catalogueOf(drafts),
  language: 'en',
  rulePlace: { federalState: 'DE-NW', centre: { latitude: 51.5139, longitude: 7.4653 } },
};

const POINT = { type: 'Point', coordinates: [7.55, 51.49] };

const map = (properties: Record<string, unknown>, geometry: unknown = POINT, id = 'node/1') =>
  mapFeature(featureOf({ type: 'Feature', id, properties, geometry }, 0), DORTMUND);

const recordOf = (properties: Record<string, unknown>, geometry?: unknown, id?: string): BusinessRecord => {
  const mapped = map(properties, geometry, id);
  if (!mapped.ok) throw new Error(mapped.notes.map((note) => noteText(note, 'en')).join(' '));
  return mapped.record;
};

const reasonsOf = (properties: Record<string, unknown>, geometry?: unknown): string[] => {
  const mapped = map(properties, geometry);
  return mapped.notes.map((note) => noteText(note, 'en'));
};

describe('a real record', () => {
  test('of a farm shop becomes a business with everything its tags say', () => {
    const record = recordOf(
      {
        '@id': 'node/263313151',
        'addr:city': 'Waltrop',
        'addr:housenumber': '3',
        'addr:postcode': '45731',
        'addr:street': 'Unterlippe',
        name: 'Wulhorst',
        opening_hours: 'Mo-Fr 09:00-12:00, 14:00-17:00; Sa 09:00-13:00; Su 10:00-12:00',
        phone: '+49 2309 2868',
        shop: 'farm',
        check_date: '2024-05-02',
      },
      { type: 'Point', coordinates: [7.4157242, 51.6429498] },
      'node/263313151',
    );
    expect(record).toEqual({
      type: 'business',
      source: { system: 'openstreetmap', externalId: 'node/263313151' },
      attribution: {
        text: '© OpenStreetMap contributors',
        licenceUrl: 'https://opendatacommons.org/licenses/odbl/1-0/',
      },
      name: 'Wulhorst',
      categories: ['shop/farm'],
      address: { street: 'Unterlippe', houseNumber: '3', postcode: '45731', place: 'Waltrop' },
      location: { latitude: 51.6429498, longitude: 7.4157242 },
      contact: { phone: '+4923092868' },
      hours: [{ service: 'on-site', rule: 'Mo-Fr 09:00-12:00, 14:00-17:00; Sa 09:00-13:00; Su 10:00-12:00' }],
      lastConfirmedAt: '2024-05-02T00:00:00.000Z',
      chain: false,
      offers: [],
    });
  });

  test('of "Wo ist Markt?" has its coordinates as text, no id and no kind', () => {
    const record = recordOf(
      { title: 'Hansaplatz', location: 'Hansaplatz', opening_hours: 'We 07:00-14:00; Fr, Sa 07:00-15:00' },
      { type: 'Point', coordinates: ['7.4653494', '51.5134165'] },
      '',
    );
    expect(record).toMatchObject({
      source: { system: 'wo-ist-markt', externalId: 'geo:51.5134165,7.4653494' },
      attribution: { text: 'wo-ist-markt contributors' },
      name: 'Wochenmarkt Hansaplatz',
      categories: ['amenity/marketplace'],
      location: { latitude: 51.5134165, longitude: 7.4653494 },
    });
  });

  test('of a market in a part of town carries that part as its district', () => {
    const record = recordOf({ title: 'Wochenmarkt', location: 'Ende Bergenring (Mettenhof)' }, POINT, '');
    expect(record).toMatchObject({ name: 'Wochenmarkt Ende Bergenring (Mettenhof)', district: 'Mettenhof' });
  });
});

describe('the name of a feature without one', () => {
  test.each([
    ['category and suburb', { amenity: 'marketplace', 'addr:suburb': 'Aplerbeck' }, 'Wochenmarkt Aplerbeck'],
    [
      'category and operator',
      { amenity: 'vending_machine', vending: 'milk', operator: 'Hof X' },
      'Milchautomat (Hof X)',
    ],
    [
      'several goods',
      { amenity: 'vending_machine', vending: 'eggs;milk', operator: 'Hof X' },
      'Verkaufsautomat (Hof X)',
    ],
    ['place of the address', { shop: 'farm', 'addr:city': 'Bochum' }, 'Hofladen Bochum'],
    ['operator that is a name', { craft: 'beekeeper', operator: 'Imkerei Müller' }, 'Imkerei Müller'],
    [
      'brand',
      { amenity: 'vending_machine', vending: 'food', brand: 'Regiomat' },
      'Lebensmittelautomat (Regiomat)',
    ],
    [
      'market with both',
      { amenity: 'marketplace', 'addr:city': 'Witten', operator: 'Stadt Witten' },
      'Wochenmarkt Witten',
    ],
  ])('is made of %s', (_description, tags, name) => {
    expect(recordOf(tags).name).toBe(name);
    expect(reasonsOf(tags)).toEqual(['Name: it was made from the category and the operator or place.']);
  });
});

describe('a feature is rejected', () => {
  test.each([
    ['without name, operator or place', { craft: 'beekeeper' }, POINT, /has none/],
    ['whose kind says nothing about it', { amenity: 'bank', 'addr:city': 'Dortmund' }, POINT, /has none/],
    [
      'without a kind of business',
      { name: 'Parkbank', amenity: 'parking_meter_xyz' },
      POINT,
      /no tag.*amenity\/parking_meter_xyz/,
    ],
    ['without tags', {}, POINT, /no properties/],
    [
      'without coordinates and address',
      { name: 'Nirgendwo', shop: 'kiosk' },
      null,
      /neither coordinates nor an address/,
    ],
    [
      'with coordinates that are no numbers',
      { name: 'X', shop: 'kiosk' },
      { type: 'Point', coordinates: ['x', 'y'] },
      /not degrees/,
    ],
    [
      'with coordinates beyond the poles',
      { name: 'X', shop: 'kiosk' },
      { type: 'Point', coordinates: [7, 151] },
      /not degrees/,
    ],
    ['with markup in its name', { name: '<b>X</b>', shop: 'kiosk' }, POINT, /^name: HTML|markup|HTML/i],
  ])('%s', (_description, tags, geometry, reason) => {
    expect(map(tags, geometry).ok).toBe(false);
    expect(reasonsOf(tags, geometry)[0]).toMatch(reason);
  });
});

describe('the contact of a feature', () => {
  test.each([
    ['trunk zero after the country code', { phone: '+49 (0)9123/960710' }, { phone: '+499123960710' }],
    [
      'two numbers in one field',
      { phone: '+49 9123 16 40 851 od. +49 9123 16 40 852' },
      { phone: '+4991231640851' },
    ],
    ['a dash from a word processor', { 'contact:phone': '+49 9123 – 986341' }, { phone: '+499123986341' }],
    ['numbers apart by a semicolon', { phone: '0231 4459820; 0231 4459821' }, { phone: '+492314459820' }],
    [
      'a mobile number among the telephone numbers',
      { phone: '0231 4459820, 0171 3920012' },
      { phone: '+492314459820', mobile: '+491713920012' },
    ],
    [
      'a website without a scheme',
      { website: 'www.biohof-ellerneff.de' },
      { website: 'https://www.biohof-ellerneff.de' },
    ],
    [
      'contact:* beside plain keys',
      { 'contact:website': 'http://a.de', fax: '+49 2308 933701' },
      { website: 'http://a.de', fax: '+492308933701' },
    ],
    [
      'an account name',
      { 'contact:instagram': '@hofladen' },
      { socialLinks: [{ network: 'instagram', url: 'https://www.instagram.com/hofladen' }] },
    ],
    [
      'a host name with umlauts',
      { website: 'http://www.gut-böckelühr.de/hofladen/' },
      { website: 'http://www.gut-böckelühr.de/hofladen/' },
    ],
  ])('is read from %s', (_description, tags, contact) => {
    expect(recordOf({ name: 'X', shop: 'kiosk', ...tags }).contact).toEqual(contact);
  });

  test('leaves out what is not a number and says so', () => {
    const tags = { name: 'X', shop: 'kiosk', phone: 'siehe Aushang' };
    expect(recordOf(tags).contact).toBeUndefined();
    expect(reasonsOf(tags)).toEqual([expect.stringMatching(/^Contact › Phone.*siehe Aushang.*left out/)]);
  });

  test('mentions a further number for which there is no field', () => {
    expect(reasonsOf({ name: 'X', shop: 'kiosk', phone: '0231 4459820; 0231 4459821' })).toEqual([
      expect.stringMatching(/\+492314459821.*left out/),
    ]);
  });
});

describe('the categories of a feature', () => {
  test.each([
    ['several values', { shop: 'bakery;butcher' }, ['shop/bakery', 'shop/butcher']],
    ['several keys', { shop: 'farm', amenity: 'cafe' }, ['shop/farm', 'amenity/cafe']],
    [
      'goods of a machine',
      { amenity: 'vending_machine', vending: 'food;eggs' },
      ['amenity/vending_machine/food', 'amenity/vending_machine/eggs'],
    ],
    [
      'a machine with unknown goods',
      { amenity: 'vending_machine', vending: 'unobtainium' },
      ['amenity/vending_machine'],
    ],
    ['a shop nobody knows', { shop: 'unobtainium' }, ['shop']],
    ['shop=yes', { shop: 'yes' }, ['shop/yes']],
    ['a category that only the German list knows', { shop: 'trophy' }, ['shop/trophy']],
  ])('come from %s', (_description, tags, categories) => {
    expect(recordOf({ name: 'X', ...tags }).categories).toEqual(categories);
  });
});

describe('hours', () => {
  test.each([
    ['a comment of the source', '"nach Absprache"', '"nach Absprache"'],
    ['days without times as a comment', 'We,Sa', '"We,Sa"'],
    [
      'what is clear as the rule that it means',
      'Mo-Fr: 08:00-18:30 Sa: 08:00-16:00',
      'Mo-Fr 08:00-18:30; Sa 08:00-16:00',
    ],
    ['a remark beside it', 'Mo-Fr 9-19 Uhr u.n.Vereinbarung', 'Mo-Fr 09:00-19:00 || "nach Vereinbarung"'],
    ['what is understood in part as a comment', 'Mo 8-12, Di bis 17 Uhr', '"Mo 8-12, Di bis 17 Uhr"'],
    ['free text', 'siehe Aushang am Tor', '"siehe Aushang am Tor"'],
  ])('keep %s', (_description, value, rule) => {
    expect(recordOf({ name: 'X', shop: 'farm', opening_hours: value }).hours).toEqual([
      { service: 'on-site', rule },
    ]);
  });

  test('of delivery and pickup are kept apart', () => {
    const tags = {
      name: 'X',
      amenity: 'restaurant',
      'opening_hours:delivery': 'Mo-Fr 17:00-21:00',
      'opening_hours:takeaway': 'Mo-Su 11:00-21:00',
    };
    expect(recordOf(tags).hours.map(({ service }) => service)).toEqual(['delivery', 'pickup']);
  });
});

describe('offers', () => {
  test.each([
    [{ delivery: 'yes' }, ['delivery']],
    [{ takeaway: 'only', delivery: 'no' }, ['pickup']],
    [{ takeaway: 'no' }, []],
    [{}, []],
  ])('come only from the tags %j', (tags, kinds) => {
    expect(recordOf({ name: 'X', amenity: 'restaurant', ...tags }).offers.map(({ kind }) => kind)).toEqual(
      kinds,
    );
  });
});

describe('a chain', () => {
  test.each([
    [
      'a known brand over the door',
      { name: 'Rewe Müller', brand: 'REWE', 'brand:wikidata': 'Q16968817' },
      true,
    ],
    ['a label of a farm', { name: 'Hof Meier', brand: 'Bioland', 'brand:wikidata': 'Q184399' }, false],
    ['the make a garage sells', { name: 'Autohaus Meier', brand: 'Mazda' }, false],
  ])('is not guessed: %s', (_description, tags, chain) => {
    expect(recordOf({ shop: 'yes', ...tags }).chain).toBe(chain);
  });
});

describe('every record of the three cities', () => {
  const CITIES = [
    { city: 'dortmund', records: 292, rejected: 47 },
    { city: 'kiel', records: 73, rejected: 7 },
    { city: 'lauf', records: 429, rejected: 0 },
  ];

  test.each(CITIES)(
    '$city: $records records, and only nameless ones are rejected',
    ({ city, records, rejected }) => {
      const { features } = data(`cities/${city}/listings.geojson`) as { features: unknown[] };
      const mapped = features.map((feature, index) => mapFeature(featureOf(feature, index), DORTMUND));
      const reasons = mapped.flatMap((one) => (one.ok ? [] : one.notes.map((note) => noteText(note, 'en'))));
      expect(mapped).toHaveLength(records);
      expect(reasons).toHaveLength(rejected);
      expect(new Set(reasons).size).toBeLessThanOrEqual(1);
      expect(reasons.every((reason) => reason.includes('neither an operator nor a place'))).toBe(true);
    },
  );
});
