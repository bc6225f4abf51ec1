import { QUESTION_CODES } from '#src/languages/hours-words';
import { queryParameter } from '#src/reading/openapi/described-paths';
import { errorResponses, type OpenApiDocument } from '#src/reading/openapi/public-document';
import { FACETS, MAX_PAGE_SIZE, MAX_RADIUS, MAX_TEXT, PAGE_SIZE, SORTS } from './domain/search-query';

const text = (...examples: string[]) => ({ type: 'string', examples });

const LOCALE = queryParameter(
  'locale',
  'A locale of this installation (BCP 47; en-GB finds en); what is missing in it is given in the default one',
  { type: 'string', examples: ['de', 'en'] },
);
const Q = queryParameter(
  'q',
  'Words in any spelling; the last may be unfinished. Hours and services are understood: "apotheke offen sonntag"',
  { type: 'string', maxLength: MAX_TEXT, examples: ['bäckerei hörde', 'apotheke offen sonntag'] },
);

/** Parameters that select listings; of several values separated by commas, one has to match. */
const FILTERS = [
  LOCALE,
  Q,
  queryParameter('type', 'Kinds of listings', text('business', 'business,advisory-contact')),
  queryParameter('category', 'Slugs; those below are included', text('baeckerei')),
  queryParameter('district', 'Slugs', text('hoerde')),
  queryParameter('postcode', 'Five digits', text('44137', '44137,44139')),
  queryParameter('service', 'What is offered; with openAt the hours of that service count', text('delivery')),
  queryParameter(
    'openAt',
    '`now` or a moment (ISO 8601), at most 60 days ahead',
    text('now', '2026-12-24T10:00:00Z'),
  ),
  queryParameter('near', 'Latitude and longitude', text('51.5142,7.4653')),
  queryParameter('radius', 'Metres around `near`', { type: 'integer', minimum: 1, maximum: MAX_RADIUS }),
  queryParameter('bbox', 'West, south, east, north', text('7.3,51.4,7.6,51.6')),
  queryParameter('validAt', '`now` or a moment (ISO 8601): what applies then', text('now')),
];

const PART = {
  text: { type: 'string' },
  start: { type: 'integer', minimum: 0, description: 'UTF-16 units' },
  end: { type: 'integer', minimum: 0, description: 'The first unit after it' },
};

const HOURS = {
  type: 'object',
  required: ['data'],
  properties: {
    data: {
      type: 'object',
      required: ['understood', 'reading', 'questions', 'left'],
      properties: {
        understood: {
          type: 'string',
          enum: ['exact', 'partial', 'no'],
          description: 'partial: the rule says less than the text, or a part of it as a remark in quotes',
        },
        rule: {
          type: 'string',
          maxLength: 255,
          description: 'OSM opening_hours; none where nothing is understood',
        },
        reading: { type: 'array', items: { type: 'string' }, description: 'The rule in words, line by line' },
        questions: {
          type: 'array',
          items: {
            type: 'object',
            required: ['code', 'text', 'start', 'end', 'sentence', 'choices'],
            properties: {
              code: { type: 'string', enum: [...QUESTION_CODES] },
              ...PART,
              sentence: { type: 'string' },
              choices: {
                type: 'array',
                description: 'Each, written in place of the part, answers the question',
                items: { type: 'string' },
              },
            },
          },
        },
        left: {
          type: 'array',
          description: 'What of the text is in no rule and no question',
          items: { type: 'object', required: ['text', 'start', 'end'], properties: PART },
        },
      },
    },
  },
};

const ERRORS = errorResponses({
  400: 'A parameter is unknown or not possible; the message names it',
  429: 'Too many requests; Retry-After says when to come back',
});

interface Answer {
  readonly type: string;
  readonly schema: object;
}

const get = (
  name: string,
  summary: string,
  parameters: { name: string }[],
  answers: readonly Answer[],
  more: object = {},
) => ({
  get: {
    operationId: `directory/get/${name}`,
    summary,
    tags: ['directory'],
    security: [{}],
    parameters,
    responses: {
      200: {
        description: 'As of this moment: with ETag, br or gzip where they are accepted',
        content: Object.fromEntries(answers.map(({ type, schema }) => [type, { schema }])),
      },
      304: { description: 'Unchanged since the ETag in If-None-Match' },
      ...ERRORS,
      ...more,
    },
  },
});

const count = { type: 'integer', minimum: 0 };
const named = {
  type: 'array',
  items: {
    type: 'object',
    required: ['slug', 'name', 'count'],
    properties: { slug: { type: 'string' }, name: { type: 'string' }, count },
  },
};

const LISTING = {
  type: 'object',
  required: ['documentId', 'type', 'slug', 'url', 'name'],
  properties: {
    documentId: { type: 'string' },
    type: { type: 'string' },
    slug: { type: 'string' },
    url: { type: 'string', format: 'uri' },
    name: { type: 'string' },
    distance: { type: ['number', 'null'], description: 'Metres from `near`' },
    openNow: { type: ['boolean', 'null'], description: 'null: perhaps, or no hours are known' },
    nextChange: { type: ['string', 'null'], format: 'date-time' },
  },
};

const SEARCH = {
  type: 'object',
  required: ['data', 'meta'],
  properties: {
    data: { type: 'array', items: LISTING },
    meta: {
      type: 'object',
      required: ['pagination', 'facets', 'query'],
      properties: {
        pagination: {
          type: 'object',
          description: 'Totals are exact to 1,000; beyond, totalIsLowerBound is true',
          properties: {
            page: { type: 'integer' },
            pageSize: { type: 'integer' },
            pageCount: { type: 'integer' },
            total: count,
            totalIsLowerBound: { type: 'boolean' },
            nextCursor: { type: ['string', 'null'] },
          },
        },
        facets: { type: 'object' },
        query: { type: 'object', description: 'What was asked, normalised and understood' },
      },
    },
  },
};

const MAP = {
  type: 'object',
  description: 'RFC 7946 FeatureCollection of points',
  required: ['type', 'features'],
  properties: {
    type: { const: 'FeatureCollection' },
    bbox: { type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 4 },
    features: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          type: { const: 'Feature' },
          id: { type: 'string', description: 'The documentId' },
          geometry: { type: 'object' },
          properties: {
            type: 'object',
            required: ['type', 'slug', 'name', 'category', 'url'],
            properties: {
              type: { type: 'string' },
              slug: { type: 'string' },
              name: { type: 'string' },
              category: { type: ['string', 'null'], description: 'Slug of its first category' },
              url: { type: 'string', format: 'uri' },
            },
          },
        },
      },
    },
  },
};

const minorUnits = { type: 'integer', description: 'In minor units of the currency' };

const STATS = {
  type: 'object',
  required: ['data'],
  properties: {
    data: {
      type: 'object',
      required: ['total', 'types', 'categories', 'districts', 'campaigns'],
      properties: {
        total: count,
        types: {
          type: 'array',
          items: { type: 'object', properties: { type: { type: 'string' }, count } },
        },
        categories: named,
        districts: named,
        campaigns: {
          type: 'object',
          properties: {
            total: count,
            upcoming: count,
            running: count,
            ended: count,
            goals: {
              type: 'array',
              items: {
                type: 'object',
                properties: {
                  currency: { type: 'string', examples: ['EUR'] },
                  total: minorUnits,
                  upcoming: minorUnits,
                  running: minorUnits,
                  ended: minorUnits,
                },
              },
            },
          },
        },
      },
    },
  },
};

const SORT = queryParameter('sort', 'relevance where words are given, else distance or name', {
  type: 'string',
  enum: SORTS,
});
const CURSOR = queryParameter('cursor', 'From the answer before, where more follows', { type: 'string' });

const CSV = get(
  'search.csv',
  'The same search as a table (CSV)',
  [...FILTERS, SORT, CURSOR],
  [{ type: 'text/csv', schema: { type: 'string' } }],
);

const inPath = (name: string, ...examples: string[]) => ({
  name,
  in: 'path',
  required: true,
  schema: text(...examples),
});

/** The endpoints of the directory (docs/directory.md). */
export const DIRECTORY_PATHS: OpenApiDocument['paths'] = {
  '/api/directory/search': get(
    'search',
    'Search everything public, by words, place, hours and kind',
    [
      ...FILTERS,
      SORT,
      queryParameter('page', 'From 1; a cursor reaches further', { type: 'integer', minimum: 1 }),
      queryParameter('pageSize', 'Hits on a page', {
        type: 'integer',
        minimum: 1,
        maximum: MAX_PAGE_SIZE,
        default: PAGE_SIZE,
      }),
      CURSOR,
      queryParameter('facets', 'What to count: category, district, service', text(FACETS.join())),
    ],
    [{ type: 'application/json', schema: SEARCH }],
  ),
  '/api/directory/search.csv': CSV,
  '/api/directory/listings.csv': {
    get: { ...CSV.get, operationId: 'directory/get/listings.csv' },
  },
  '/api/directory/suggest': get(
    'suggest',
    'What may be meant, while it is typed',
    [Q, LOCALE],
    [{ type: 'application/json', schema: { type: 'object', required: ['data'] } }],
  ),
  '/api/directory/opening-hours': get(
    'opening-hours',
    'The rule that opening hours mean as people write them, or what is unclear about them',
    [queryParameter('text', 'Opening hours in German or English', text('Mo–Fr 9–18 Uhr, Sa 9-14')), LOCALE],
    [{ type: 'application/json', schema: HOURS }],
  ),
  '/api/directory/map.geojson': get(
    'map.geojson',
    'All points of a search on a map, in one answer',
    FILTERS,
    [{ type: 'application/geo+json', schema: MAP }],
  ),
  '/api/directory/stats': get(
    'stats',
    'Totals by type, category and district, and the goals of campaigns',
    FILTERS,
    [{ type: 'application/json', schema: STATS }],
  ),
  '/api/directory/listings/{type}/{slug}': get(
    'listing',
    'Everything of one listing; also by the endings .json, .jsonld and .vcf',
    [inPath('type', 'business'), inPath('slug', 'baeckerei-muster'), LOCALE],
    [
      { type: 'application/json', schema: { type: 'object', required: ['data'] } },
      { type: 'application/ld+json', schema: { type: 'object' } },
      { type: 'text/vcard', schema: { type: 'string' } },
    ],
    errorResponses({ 404: 'There is no such listing', 406: 'It is not available in that form' }),
  ),
};
