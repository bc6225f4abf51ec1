import type { Core } from '@strapi/strapi';
import { AUDIENCES } from '#src/domain/audiences';
import { SERVICES } from '#src/languages/search-words';
import { listingTypes } from '#src/listing/listing-types';
import { sqlOf } from '#src/platform/sql/sql';
import type { Description, ParameterExamples } from '#src/reading/openapi/described-paths';
import { choice, list, ref, text, type JsonSchema } from '#src/reading/openapi/domain/json-schema';
import {
  answer,
  ANYONE,
  headers,
  inPath,
  LOCALE,
  NOT_MODIFIED,
  queryParameter,
  refusals,
  type Operation,
  type Parameter,
} from '#src/reading/openapi/domain/operation';
import { SORTS } from '../domain/ranking';
import { FACETS, MAX_PAGE_SIZE, MAX_RADIUS, MAX_TEXT, PAGE_SIZE } from '../domain/search-query';
import { listingSchemas } from './listing-schemas';
import { SEARCH_SCHEMAS } from './search-schemas';

const several = { style: 'form', explode: false };

const Q = queryParameter(
  'q',
  'Words in any spelling; the last may be unfinished. Hours and services are understood: "apotheke offen sonntag"',
  { ...text, maxLength: MAX_TEXT, examples: ['bäckerei hörde', 'apotheke offen sonntag'] },
);

/** Parameters that select listings; of several values separated by commas, one has to match. */
const filters = (types: readonly string[]): Parameter[] => [
  LOCALE,
  Q,
  queryParameter('type', 'Kinds of listings', list(choice(types)), several),
  queryParameter('category', 'Slugs; those below are included', list(text), several),
  queryParameter('district', 'Slugs', list(text), several),
  queryParameter('postcode', 'Five digits', list({ ...text, pattern: '^\\d{5}$' }), several),
  queryParameter(
    'service',
    'What is offered; with openAt the hours of that service count',
    list(choice(SERVICES)),
    several,
  ),
  queryParameter('audience', 'Whom contacts and notices are meant for', list(choice(AUDIENCES)), several),
  queryParameter(
    'serves',
    'Who serves there: a point (latitude and longitude), a postcode, the slug of a district, or several of them',
    { ...text, examples: ['51.4901,7.5032', '44263', 'hoerde'] },
  ),
  queryParameter('openAt', '`now` or a moment (ISO 8601), at most 60 days ahead', {
    ...text,
    examples: ['now', '2026-12-24T10:00:00Z'],
  }),
  queryParameter('near', 'Latitude and longitude', { ...text, examples: ['51.5142,7.4653'] }),
  queryParameter('radius', 'Metres around `near`', { type: 'integer', minimum: 1, maximum: MAX_RADIUS }),
  queryParameter('bbox', 'West, south, east, north', { ...text, examples: ['7.3,51.4,7.6,51.6'] }),
  queryParameter('validAt', '`now` or a moment (ISO 8601): what applies then', {
    ...text,
    examples: ['now'],
  }),
];

const HEADERS = headers('ETag', 'CacheControl', 'ContentLanguage');

interface Reading {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  readonly type?: string;
  readonly schema: JsonSchema;
  readonly headers?: Readonly<Record<string, JsonSchema>>;
  readonly refused?: readonly number[];
}

const get = ({ operationId, summary, parameters, type, schema, ...more }: Reading): { get: Operation } => ({
  get: {
    operationId,
    tags: ['directory'],
    summary,
    security: ANYONE,
    parameters,
    responses: {
      200: answer({
        description: 'As of this moment',
        ...(type === undefined ? {} : { type }),
        schema,
        headers: { ...HEADERS, ...more.headers },
      }),
      ...NOT_MODIFIED,
      ...refusals(400, ...(more.refused ?? []), 429, 503),
    },
  },
});

const SORT = queryParameter(
  'sort',
  'By default relevance where words are given, else distance or name',
  choice(SORTS),
);
const CURSOR = queryParameter('cursor', '`meta.pagination.nextCursor` of the answer before', text);

const PAGES = [
  queryParameter('page', 'From 1; a cursor reaches further', { type: 'integer', minimum: 1 }),
  queryParameter('pageSize', 'Hits on a page', {
    type: 'integer',
    minimum: 1,
    maximum: MAX_PAGE_SIZE,
    default: PAGE_SIZE,
  }),
  CURSOR,
];

const table = (operationId: string, parameters: readonly Parameter[]): { get: Operation } =>
  get({
    operationId,
    summary: 'The same search as a table (CSV, RFC 4180)',
    parameters,
    type: 'text/csv',
    schema: text,
    headers: headers('ContentDisposition', 'Link'),
  });

const inListing = (strapi: Core.Strapi): Parameter[] => [
  inPath('type', choice([...listingTypes(strapi).directory.values()].map(({ type }) => type)), 'business'),
  inPath('slug', text, 'beispiel', 'Its slug, the beginning of its documentId, or the documentId'),
  LOCALE,
];

const LISTING = '/api/directory/listings/{type}/{slug}';

/** A listing in each of its forms: by `Accept`, or by the end of its address. */
function listingPaths(strapi: Core.Strapi): Description['paths'] {
  const parameters = inListing(strapi);
  const JSON_LD = answer({ type: 'application/ld+json', schema: ref('JsonLd') })['content'] as object;
  const VCARD = answer({ type: 'text/vcard', schema: text })['content'] as object;
  const json = get({
    operationId: 'getListing',
    summary: 'Everything of one listing, with what belongs to it; also as JSON-LD or vCard, by Accept',
    parameters,
    schema: ref('ListingAnswer'),
    refused: [404, 406],
  });
  const { 200: ok, ...refused } = json.get.responses;
  const content = { ...(ok?.['content'] as object), ...JSON_LD, ...VCARD };
  return {
    [LISTING]: { get: { ...json.get, responses: { 200: { ...ok, content }, ...refused } } },
    [`${LISTING}.jsonld`]: get({
      operationId: 'getListingAsJsonLd',
      summary: 'One listing as JSON-LD',
      parameters,
      type: 'application/ld+json',
      schema: ref('JsonLd'),
      refused: [404],
    }),
    [`${LISTING}.vcf`]: get({
      operationId: 'getListingAsVcard',
      summary: 'One listing as a vCard for address books',
      parameters,
      type: 'text/vcard',
      schema: text,
      headers: headers('ContentDisposition'),
      refused: [404, 406],
    }),
  };
}

function paths(strapi: Core.Strapi): Description['paths'] {
  const selecting = filters([...listingTypes(strapi).directory.values()].map(({ type }) => type));
  return {
    '/api/directory/search': get({
      operationId: 'searchDirectory',
      summary: 'Search everything public, by words, place, hours and kind',
      parameters: [
        ...selecting,
        SORT,
        ...PAGES,
        queryParameter('facets', 'What to count', list(choice(FACETS)), { ...several, example: FACETS }),
      ],
      schema: ref('SearchResult'),
    }),
    '/api/directory/search.csv': table('searchDirectoryAsCsv', [...selecting, SORT, CURSOR]),
    '/api/directory/listings.csv': table('listListingsAsCsv', [...selecting, SORT, CURSOR]),
    '/api/directory/suggest': get({
      operationId: 'suggest',
      summary: 'What may be meant, while it is typed',
      parameters: [{ ...Q, example: 'bä' }, LOCALE],
      schema: ref('Suggestions'),
    }),
    '/api/directory/map.geojson': get({
      operationId: 'getListingMap',
      summary: 'All points of a search on a map, in one answer (GeoJSON, RFC 7946)',
      parameters: selecting,
      type: 'application/geo+json',
      schema: ref('ListingMap'),
    }),
    '/api/directory/stats': get({
      operationId: 'getListingStats',
      summary: 'Totals by type, category and district, and the goals of campaigns',
      parameters: selecting,
      schema: ref('ListingStats'),
    }),
    '/api/directory/opening-hours': get({
      operationId: 'readOpeningHours',
      summary: 'The rule that opening hours mean as people write them, or what is unclear about them',
      parameters: [
        queryParameter('text', 'Opening hours in German or English', text, {
          example: 'Mo–Fr 9–18 Uhr, Sa 9-14',
        }),
        LOCALE,
      ],
      schema: ref('HoursAnswer'),
    }),
    ...listingPaths(strapi),
  };
}

// One that has every form: a vCard needs a phone.
const EXAMPLE = `select type, slug from stadtverbund.listing where public_until is null
  order by type = 'business' desc, data->'contact'->'phone' is not null desc, document_id limit 1`;

async function listingExamples(strapi: Core.Strapi): Promise<ParameterExamples> {
  const [found] = await sqlOf(strapi)<{ type: string; slug: string }>(EXAMPLE);
  if (!found) return {};
  const example = { type: found.type, slug: found.slug };
  return { [LISTING]: example, [`${LISTING}.jsonld`]: example, [`${LISTING}.vcf`]: example };
}

/** The endpoints of the directory (docs/directory.md). */
export const describeDirectory = (strapi: Core.Strapi): Description => ({
  tags: [
    {
      name: 'directory',
      description: 'Search, map and lists of everything public in one place (docs/directory.md)',
    },
  ],
  paths: paths(strapi),
  schemas: { ...SEARCH_SCHEMAS, ...listingSchemas(strapi) },
  examples: () => listingExamples(strapi),
});
