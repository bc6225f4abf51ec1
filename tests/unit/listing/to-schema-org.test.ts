import type { Listing } from '#src/listing/index';
import { MAX_BYTES, shorten } from '#src/listing/domain/schema-org/fit';
import type { MappingOptions } from '#src/listing/domain/schema-org/mapping';
import { decimalAmount } from '#src/listing/domain/schema-org/money';
import { plainBlocks } from '#src/listing/domain/schema-org/plain-blocks';
import { toSchemaOrg } from '#src/listing/domain/schema-org/to-schema-org';
import known from '../../fixtures/schema-org/types.json';

const NOW = new Date('2026-03-02T10:00:00Z');

const OPTIONS: MappingOptions = {
  language: 'map',
  urlOf: ({ type, slug, documentId }) => `https://stadt.example/${type}/${slug ?? documentId}`,
  origin: 'https://api.stadt.example',
  now: NOW,
  place: { federalState: 'DE-NW', centre: { latitude: 51.5, longitude: 7.4 } },
};

const listing = (type: string, entries: Listing['entries'], slug: string | null = null): Listing => ({
  uid: `api::${type}.${type}`,
  type,
  documentId: 'abc',
  slug,
  business: ['offer', 'campaign'].includes(type) ? 'business' : undefined,
  locales: Object.keys(entries),
  entries,
  syndicated: true,
  facts: { categories: [], district: null, postcode: null, point: null },
  firstPublishedAt: null,
  publicUntil: null,
});

const business = (attributes: Record<string, unknown> = {}, english?: Record<string, unknown>): Listing => {
  const de = { documentId: 'abc', slug: 'muster', name: 'Muster', ...attributes };
  return listing('business', english ? { de, en: { ...de, ...english } } : { de }, 'muster');
};

const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

describe('the type of a business', () => {
  it.each([
    ['its category’s', [{ schemaType: 'Bakery' }], 'Bakery'],
    [
      'the most telling of several',
      [{ schemaType: 'LocalBusiness' }, { schemaType: 'Store' }, { schemaType: 'BookStore' }],
      'BookStore',
    ],
    ['Store rather than nothing', [{ schemaType: 'Store' }], 'Store'],
    ['a place that is no LocalBusiness as both', [{ schemaType: 'Museum' }], ['LocalBusiness', 'Museum']],
    ['LocalBusiness without a category', [], 'LocalBusiness'],
  ])('is %s', (_what, categories, type) => {
    expect(toSchemaOrg(business({ categories }), OPTIONS)['@type']).toEqual(type);
  });
});

describe('texts', () => {
  const both = business(
    {
      summary: 'Brot',
      description: 'Gutes Brot',
      photos: [{ image: { url: '/uploads/a.jpg' }, caption: 'Theke' }],
    },
    {
      summary: 'Bread',
      description: null,
      photos: [{ image: { url: '/uploads/a.jpg' }, caption: 'Counter' }],
    },
  );

  it('are language maps in the feed, under a context that says so', () => {
    const made = toSchemaOrg(both, OPTIONS);
    expect(made.disambiguatingDescription).toEqual({ de: 'Brot', en: 'Bread' });
    expect(made.description).toEqual({ de: 'Gutes Brot', en: 'Bread' });
    expect(made.image).toMatchObject([
      { contentUrl: 'https://api.stadt.example/uploads/a.jpg', caption: { de: 'Theke', en: 'Counter' } },
    ]);
    expect(made['@context']).toEqual([
      'https://schema.org',
      expect.objectContaining({ description: { '@id': 'schema:description', '@container': '@language' } }),
    ]);
  });

  it('are strings in one language, with the main one in place of a missing translation', () => {
    const made = toSchemaOrg(both, { ...OPTIONS, language: 'en' });
    expect(made).toMatchObject({
      '@context': ['https://schema.org', { '@language': 'en' }],
      disambiguatingDescription: 'Bread',
      description: 'Bread',
    });
    expect(toSchemaOrg(business({ summary: 'Brot' }), { ...OPTIONS, language: 'en' }).description).toBe(
      'Brot',
    );
  });
});

describe('where a business serves', () => {
  const hoerde = { documentId: 'h', slug: 'hoerde', name: 'Hörde' };
  const served = business(
    {
      servedDistricts: [hoerde],
      serviceArea: { postcodes: ['44263'], radiusKm: 2.5 },
      location: { latitude: 51.49, longitude: 7.5 },
    },
    { servedDistricts: [{ ...hoerde, name: 'Hoerde' }] },
  );
  const AREA = [
    { '@type': 'GeoShape', postalCode: '44263', addressCountry: 'DE' },
    {
      '@type': 'GeoCircle',
      geoMidpoint: { '@type': 'GeoCoordinates', latitude: 51.49, longitude: 7.5 },
      geoRadius: 2500,
    },
  ];

  it('is a list of places in the feed, which the context does not take for texts by language', () => {
    expect(toSchemaOrg(served, OPTIONS).areaServed).toEqual([
      { '@type': 'AdministrativeArea', name: { de: 'Hörde', en: 'Hoerde' }, identifier: 'hoerde' },
      ...AREA,
    ]);
    const one = toSchemaOrg(business({ servedDistricts: [hoerde] }), OPTIONS).areaServed;
    expect(Array.isArray(one)).toBe(true);
  });

  it('is named in the language asked for', () => {
    expect(toSchemaOrg(served, { ...OPTIONS, language: 'en' }).areaServed).toEqual([
      { '@type': 'AdministrativeArea', name: 'Hoerde', identifier: 'hoerde' },
      ...AREA,
    ]);
  });

  it.each([
    ['nothing is said', {}],
    ['nothing is left of it', { servedDistricts: [], serviceArea: { postcodes: [], radiusKm: null } }],
    ['a radius has no centre', { serviceArea: { postcodes: null, radiusKm: 5 } }],
  ])('is left out where %s', (_what, attributes) => {
    expect(toSchemaOrg(business(attributes), OPTIONS)).not.toHaveProperty('areaServed');
  });

  it('names only types and places that schema.org has', () => {
    for (const type of ['AdministrativeArea', 'GeoShape', 'GeoCircle']) expect(known.types).toContain(type);
  });
});

it('a notice says whom it is meant for', () => {
  const made = toSchemaOrg(
    listing('press-notice', { de: { title: 'Neu', audiences: [{ audience: 'founder' }] } }),
    OPTIONS,
  );
  expect(made.audience).toEqual([{ '@type': 'Audience', audienceType: 'founder' }]);
});

describe('opening hours', () => {
  const hoursOf = (rule: string, rest: Record<string, unknown> = {}) =>
    toSchemaOrg(business({ hours: [{ service: 'on-site', rule, ...rest }] }), OPTIONS);
  const WEEK = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'].map(
    (day) => `https://schema.org/${day}`,
  );

  it('name each opening once, with its weekdays', () => {
    expect(hoursOf('Mo-Fr 09:00-12:30,14:00-18:00; Sa 10:00-14:00').openingHoursSpecification).toEqual([
      { '@type': 'OpeningHoursSpecification', dayOfWeek: WEEK, opens: '09:00', closes: '12:30' },
      { '@type': 'OpeningHoursSpecification', dayOfWeek: WEEK, opens: '14:00', closes: '18:00' },
      {
        '@type': 'OpeningHoursSpecification',
        dayOfWeek: ['https://schema.org/Saturday'],
        opens: '10:00',
        closes: '14:00',
      },
    ]);
  });

  it('end on the following day where a rule goes past midnight', () => {
    expect(hoursOf('Fr 18:00-02:00').openingHoursSpecification).toEqual([
      {
        '@type': 'OpeningHoursSpecification',
        dayOfWeek: ['https://schema.org/Friday'],
        opens: '18:00',
        closes: '02:00',
      },
    ]);
  });

  it('express 24/7 as every day', () => {
    const [all, ...more] = hoursOf('24/7').openingHoursSpecification as {
      dayOfWeek: string[];
      opens: string;
      closes: string;
    }[];
    expect(more).toEqual([]);
    expect(all?.dayOfWeek).toHaveLength(7);
    expect([all?.opens, all?.closes]).toEqual(['00:00', '23:59']);
  });

  it('name public holidays on which it is closed, of this year and the next', () => {
    const made = hoursOf('Mo-Fr 09:00-18:00; PH off');
    expect(made.openingHoursSpecification).toHaveLength(1);
    expect(made.specialOpeningHoursSpecification).toContainEqual({
      '@type': 'OpeningHoursSpecification',
      opens: '00:00',
      closes: '00:00',
      validFrom: '2026-05-01',
      validThrough: '2026-05-01',
    });
    expect(JSON.stringify(made.specialOpeningHoursSpecification)).toContain('2027-05-06');
    // A Sunday is closed anyway: 3 October 2027.
    expect(JSON.stringify(made.specialOpeningHoursSpecification)).not.toContain('2027-10-03');
  });

  it('distinguish seasons by their validity', () => {
    const made = hoursOf('Apr-Oct Mo-Fr 09:00-18:00; Nov-Mar Mo-Fr 10:00-16:00');
    expect(made.openingHoursSpecification).toContainEqual({
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: WEEK,
      opens: '09:00',
      closes: '18:00',
      validFrom: '2026-04-01',
      validThrough: '2026-10-31',
    });
    expect(made.specialOpeningHoursSpecification).toBeUndefined();
  });

  it('have the validity of their row', () => {
    const made = hoursOf('Mo 09:00-10:00', { validFrom: '2026-12-01', validThrough: '2026-12-31' });
    expect(made.openingHoursSpecification).toMatchObject([
      { validFrom: '2026-12-01', validThrough: '2026-12-31' },
    ]);
  });

  it.each([['Mo-Fr sunrise-sunset'], ['kein Muster'], ['Mo-Fr 09:00-18:00 unknown']])(
    'are passed on unchanged where days cannot express them: %s',
    (rule) => {
      const made = hoursOf(rule);
      expect(made.openingHoursSpecification).toBeUndefined();
      expect(made.additionalProperty).toEqual([
        { '@type': 'PropertyValue', propertyID: 'opening_hours', identifier: 'on-site', value: rule },
      ]);
    },
  );

  it('are listed by service', () => {
    const made = toSchemaOrg(
      business({
        contact: { phone: '+49231123456' },
        hours: [
          { service: 'on-site', rule: 'Mo 09:00-18:00' },
          { service: 'delivery', rule: 'Tu 17:00-22:00' },
          { service: 'pickup', rule: 'We 17:00-22:00' },
          { service: 'phone', rule: 'Th 08:00-12:00' },
        ],
      }),
      OPTIONS,
    );
    expect(made.openingHoursSpecification).toMatchObject([{ dayOfWeek: ['https://schema.org/Monday'] }]);
    expect(made.makesOffer).toMatchObject([
      {
        itemOffered: {
          serviceType: 'delivery',
          hoursAvailable: [{ dayOfWeek: ['https://schema.org/Tuesday'] }],
        },
      },
      {
        itemOffered: {
          serviceType: 'pickup',
          hoursAvailable: [{ dayOfWeek: ['https://schema.org/Wednesday'] }],
        },
      },
    ]);
    expect(made.contactPoint).toMatchObject([
      { telephone: '+49231123456', hoursAvailable: [{ dayOfWeek: ['https://schema.org/Thursday'] }] },
    ]);
  });
});

describe('other types', () => {
  const shop = { documentId: 'shop', slug: 'muster', name: 'Muster', categories: [{ schemaType: 'Bakery' }] };

  it('an offer has its price as decimals, and its business', () => {
    const made = toSchemaOrg(
      listing('offer', {
        de: {
          title: 'Torte',
          kind: 'pickup',
          price: 1250,
          currency: 'EUR',
          validThrough: '2026-12-31',
          business: shop,
        },
      }),
      OPTIONS,
    );
    expect(made).toMatchObject({
      '@type': 'Offer',
      name: { de: 'Torte' },
      price: '12.50',
      priceCurrency: 'EUR',
      validThrough: '2026-12-31',
      availableDeliveryMethod: expect.stringContaining('PickUp') as string,
      offeredBy: { '@type': 'Bakery', '@id': 'https://stadt.example/business/muster', name: 'Muster' },
    });
  });

  it.each([
    ['upcoming', 'Potential'],
    ['running', 'Active'],
    ['ended', 'Completed'],
  ])('a campaign that is %s has status %s', (state, status) => {
    const [startsAt, endsAt] = ['2026-04-01T00:00:00.000Z', '2026-05-01T00:00:00.000Z'];
    const made = toSchemaOrg(
      listing('campaign', {
        de: {
          title: 'Ofen',
          goal: 100_000,
          startsAt,
          endsAt,
          business: shop,
          rewards: [{ title: 'Brot', minimumAmount: 500 }],
        },
      }),
      { ...OPTIONS, derived: { state } },
    );
    expect(made).toMatchObject({
      '@type': 'DonateAction',
      startTime: startsAt,
      endTime: endsAt,
      actionStatus: `https://schema.org/${status}ActionStatus`,
      priceSpecification: { price: '1000.00' },
      result: [{ name: { de: 'Brot' }, priceSpecification: { minPrice: '5.00' } }],
      recipient: { name: 'Muster' },
    });
  });

  it('an archived notice says that it is archived', () => {
    const made = toSchemaOrg(
      listing('press-notice', { de: { title: 'Neu', archivedAt: '2026-01-01' } }),
      OPTIONS,
    );
    expect(made).toMatchObject({
      '@type': 'NewsArticle',
      headline: { de: 'Neu' },
      creativeWorkStatus: 'archived',
    });
  });

  it('a type without a mapping is mapped by the kinds of its attributes', () => {
    const made = toSchemaOrg(
      listing('market-stall', {
        de: {
          label: 'Käsestand',
          goods: 'Käse',
          number: 7,
          ownerEmail: 'a@b.example',
          place: { id: 1, street: 'Markt', postcode: '44137', place: 'Dortmund' },
        },
      }),
      { ...OPTIONS, feed: { schemaType: 'Store' } },
    );
    expect(made).toMatchObject({
      '@type': 'Store',
      name: { de: 'Käsestand' },
      address: { streetAddress: 'Markt', postalCode: '44137' },
      additionalProperty: [
        { propertyID: 'goods', value: { de: 'Käse' } },
        { propertyID: 'number', value: 7 },
      ],
    });
    expect(JSON.stringify(made)).not.toContain('a@b.example');
  });
});

describe('the size', () => {
  const long = 'Über Größe läßt sich streiten. '.repeat(400);

  it('is never more than allowed, whatever a listing contains', () => {
    const everything = business(
      {
        summary: long,
        description: long,
        photos: Array.from({ length: 200 }, (_value, index) => ({
          image: { url: `/uploads/${index}.jpg` },
          caption: long.slice(0, 250),
        })),
        hours: Array.from({ length: 60 }, () => ({
          service: 'on-site',
          rule: 'Mo-Fr 09:00-18:00; PH off; Mar-Oct Sa 10:00-12:00',
        })),
        contact: {
          socialLinks: Array.from({ length: 300 }, (_value, index) => ({
            url: `https://social.example/${index}`,
          })),
        },
        attribution: {
          text: '© OpenStreetMap contributors',
          licenceUrl: 'https://opendatacommons.org/licenses/odbl/',
        },
        address: { street: 'Markt', postcode: '44137', place: 'Dortmund' },
      },
      { summary: long, description: long },
    );
    const made = toSchemaOrg(everything, OPTIONS);
    expect(bytes(made)).toBeLessThanOrEqual(MAX_BYTES);
    expect(made).toMatchObject({
      name: 'Muster',
      address: { postalCode: '44137' },
      subjectOf: { license: 'https://opendatacommons.org/licenses/odbl/' },
    });
  });

  it('cuts long texts at a word and keeps the rest', () => {
    const made = toSchemaOrg(
      business(
        { description: long, hours: [{ service: 'on-site', rule: 'Mo 09:00-10:00' }] },
        { description: long },
      ),
      OPTIONS,
    );
    const { de } = made.description as { de: string };
    expect(de).toMatch(/\S…$/);
    expect(de.length).toBeGreaterThan(1_900);
    expect(made.openingHoursSpecification).toBeDefined();
  });

  it('does not change what fits', () => {
    expect(toSchemaOrg(business({ description: long.slice(0, 3_000) }), OPTIONS).description).toEqual({
      de: long.slice(0, 3_000),
    });
  });

  it('never cuts a character in half', () => {
    expect(shorten('🍞'.repeat(10), 6)).toBe('🍞🍞…');
  });
});

it.each([
  [1250, 'EUR', '12.50'],
  [5, 'EUR', '0.05'],
  [1250, 'JPY', '1250'],
])('%i minor units of %s are %s', (minor, currency, amount) => {
  expect(decimalAmount(minor, currency)).toBe(amount);
});

it('blocks become paragraphs of plain text', () => {
  expect(
    plainBlocks([
      { type: 'heading', children: [{ type: 'text', text: 'Titel' }] },
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'Ein ' },
          { type: 'link', url: 'x', children: [{ type: 'text', text: 'Link' }] },
          { type: 'text', text: '.' },
        ],
      },
      {
        type: 'list',
        children: [
          { type: 'list-item', children: [{ type: 'text', text: 'eins' }] },
          { type: 'list-item', children: [{ type: 'text', text: 'zwei' }] },
        ],
      },
      { type: 'image', image: { url: 'x' }, children: [{ type: 'text', text: '' }] },
    ]),
  ).toBe('Titel\nEin Link.\neins\nzwei');
});

it('no e-mail address is included', () => {
  const made = toSchemaOrg(
    business({ contact: { email: 'inhaberin@betrieb.example', phone: '+49231123456' } }),
    OPTIONS,
  );
  expect(JSON.stringify(made)).not.toContain('@betrieb');
});
