/** A JSON Schema (2020-12), or part of one. */
export type Schema = Readonly<Record<string, unknown>>;

const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });

export const list = (items: Schema): Schema => ({ type: 'array', items });
export const constant = (value: string): Schema => ({ const: value });
export const string: Schema = { type: 'string', minLength: 1 };
export const uri: Schema = { type: 'string', format: 'uri' };
export const day: Schema = { type: 'string', format: 'date' };
export const instant: Schema = { type: 'string', format: 'date-time' };
export const number: Schema = { type: 'number' };

/** An object of a schema.org type. */
export const typed = (type: string | null, properties: Readonly<Record<string, Schema>>): Schema => ({
  type: 'object',
  required: ['@type'],
  properties: { '@type': type === null ? ref('typeName') : constant(type), ...properties },
});

export const text = ref('text');
export const texts = ref('texts');
export const address = ref('address');
export const geo = ref('geo');
export const hours = list(ref('hours'));
export const image = ref('image');
export const page = ref('page');
export const business = ref('businessInShort');
export const typeName = ref('typeName');

const LANGUAGE_KEYS: Schema = {
  // The part of BCP 47 used for languages of websites.
  propertyNames: { pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' },
};

const price = (property: 'price' | 'minPrice'): Schema =>
  typed('PriceSpecification', {
    [property]: { type: 'string', pattern: '^\\d+(\\.\\d+)?$' },
    priceCurrency: string,
  });

export const goal = price('price');
export const leastAmount = price('minPrice');

const TIME: Schema = { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' };
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map(
  (day) => `https://schema.org/${day}`,
);

/** Definitions shared by the schemas of all types. */
export const DEFINITIONS: Readonly<Record<string, Schema>> = {
  text: {
    description: 'A text by language (JSON-LD language map).',
    type: 'object',
    minProperties: 1,
    ...LANGUAGE_KEYS,
    additionalProperties: string,
  },
  texts: {
    description: 'Texts by language (JSON-LD language map).',
    type: 'object',
    minProperties: 1,
    ...LANGUAGE_KEYS,
    additionalProperties: { type: 'array', minItems: 1, items: string },
  },
  typeName: {
    oneOf: [
      { type: 'string', pattern: '^[A-Z][A-Za-z]+$' },
      { type: 'array', minItems: 2, items: { type: 'string', pattern: '^[A-Z][A-Za-z]+$' } },
    ],
  },
  address: {
    ...typed('PostalAddress', {
      streetAddress: string,
      postalCode: { type: 'string', pattern: '^\\d{5}$' },
      addressLocality: string,
      addressCountry: constant('DE'),
    }),
    additionalProperties: false,
  },
  geo: {
    type: 'object',
    required: ['@type', 'latitude', 'longitude'],
    properties: {
      '@type': constant('GeoCoordinates'),
      latitude: { type: 'number', minimum: -90, maximum: 90 },
      longitude: { type: 'number', minimum: -180, maximum: 180 },
    },
    additionalProperties: false,
  },
  hours: {
    description:
      'One opening on some weekdays, or, without dayOfWeek, on the days from validFrom to validThrough. closes before opens is on the following day; both 00:00 is closed.',
    type: 'object',
    required: ['@type', 'opens', 'closes'],
    properties: {
      '@type': constant('OpeningHoursSpecification'),
      dayOfWeek: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: DAYS } },
      opens: TIME,
      closes: TIME,
      validFrom: day,
      validThrough: day,
    },
    additionalProperties: false,
  },
  image: {
    type: 'object',
    required: ['@type', 'contentUrl'],
    properties: {
      '@type': constant('ImageObject'),
      contentUrl: uri,
      encodingFormat: string,
      width: number,
      height: number,
      description: ref('text'),
      caption: ref('text'),
      creditText: string,
      dateModified: instant,
    },
    additionalProperties: false,
  },
  page: {
    description: 'Whom to name for the listing and under which licence; when its facts were last confirmed.',
    ...typed('WebPage', {
      url: uri,
      creditText: string,
      license: string,
      lastReviewed: day,
      keywords: ref('texts'),
    }),
    additionalProperties: false,
  },
  businessInShort: {
    ...typed(null, { '@id': uri, identifier: string, name: string, url: uri, address: ref('address') }),
    additionalProperties: false,
  },
};
