import { AUDIENCES } from '#src/domain/audiences';
import { QUESTION_CODES } from '#src/languages/hours-words';
import { SERVICES } from '#src/languages/search-words';
import {
  choice,
  count,
  decimal,
  described,
  documentId,
  flag,
  list,
  moment,
  nullable,
  object,
  ref,
  text,
  uri,
  whole,
  type JsonSchema,
  type JsonSchemas,
} from '#src/reading/openapi/domain/json-schema';
import { SORTS } from '../domain/ranking';
import { FACETS } from '../domain/search-query';

const FACET = list(object({ value: text, name: text, count }));

const UNDERSTOOD: JsonSchema = {
  oneOf: [
    object({ text, as: { const: 'open' }, from: moment, to: moment }),
    object({ text, as: { const: 'service' }, value: choice(SERVICES) }),
    object({ text, as: { const: 'filler' } }),
  ],
};

/** What was asked, normalised, and what it was taken for. */
const QUERY = object(
  {
    locale: text,
    q: text,
    type: list(text),
    category: list(text),
    district: list(text),
    postcode: list(text),
    service: list(choice(SERVICES)),
    audience: list(choice(AUDIENCES)),
    serves: described(
      'What is known of the place, with the district of its point',
      object({ location: ref('Point'), postcode: list(text), district: list(text) }, []),
    ),
    openAt: moment,
    near: ref('Point'),
    radius: whole,
    bbox: { type: 'array', minItems: 4, maxItems: 4, items: decimal },
    validFrom: moment,
    validTo: moment,
    sort: choice(SORTS),
    words: described('What was looked for', list(text)),
    understood: described('What of `q` was taken for something else', list(UNDERSTOOD)),
    corrected: described('What was looked for instead', list(object({ from: text, to: text }))),
    relaxed: described('Not all words are in every hit', flag),
  },
  ['locale', 'sort'],
);

const SEARCH = object({
  data: list(ref('Hit')),
  meta: object({
    pagination: object(
      {
        page: whole,
        pageSize: whole,
        pageCount: count,
        total: described('Exact to 1,000; beyond, totalIsLowerBound is true', count),
        totalIsLowerBound: flag,
        nextCursor: nullable(text),
      },
      ['pageSize', 'pageCount', 'total', 'totalIsLowerBound', 'nextCursor'],
    ),
    facets: object(Object.fromEntries(FACETS.map((facet) => [facet, FACET])), []),
    query: ref('SearchQuery'),
  }),
});

const SUGGESTIONS = object({
  data: list(
    object(
      {
        kind: choice(['category', 'district', 'listing', 'word']),
        text,
        highlights: ref('Highlights'),
        slug: text,
        type: text,
        url: uri,
      },
      ['kind', 'text', 'highlights'],
    ),
  ),
  meta: object({ query: object({ q: nullable(text), locale: text }) }),
});

// RFC 7946
const MAP = object(
  {
    type: { const: 'FeatureCollection' },
    bbox: { type: 'array', items: decimal, minItems: 4, maxItems: 4 },
    features: list(
      object(
        {
          type: { const: 'Feature' },
          id: documentId,
          geometry: object({
            type: { const: 'Point' },
            coordinates: {
              type: 'array',
              description: 'Longitude, latitude',
              items: decimal,
              minItems: 2,
              maxItems: 2,
            },
          }),
          properties: object(
            {
              type: text,
              slug: text,
              name: text,
              category: described('Slug of its first category', nullable(text)),
              url: uri,
            },
            ['type', 'slug', 'name', 'category', 'url'],
          ),
        },
        ['type', 'id', 'geometry', 'properties'],
      ),
    ),
  },
  ['type', 'features'],
);

const terms = list(object({ slug: text, name: text, count }));
const inMinorUnits = described('In minor units of the currency', whole);

const STATS = object({
  data: object({
    total: count,
    types: list(object({ type: text, count })),
    categories: terms,
    districts: terms,
    campaigns: object({
      total: count,
      upcoming: count,
      running: count,
      ended: count,
      goals: list(
        object({
          currency: { ...text, examples: ['EUR'] },
          total: inMinorUnits,
          upcoming: inMinorUnits,
          running: inMinorUnits,
          ended: inMinorUnits,
        }),
      ),
    }),
  }),
});

const PART = {
  text,
  start: described('UTF-16 units', count),
  end: described('The first unit after it', count),
};

const HOURS = object({
  data: object(
    {
      understood: described(
        'partial: the rule says less than the text, or a part of it as a remark in quotes',
        choice(['exact', 'partial', 'no']),
      ),
      rule: described('OSM opening_hours; none where nothing is understood', { ...text, maxLength: 255 }),
      reading: described('The rule in words, line by line', list(text)),
      questions: list(
        object({
          code: choice(QUESTION_CODES),
          ...PART,
          sentence: text,
          choices: described('Each, written in place of the part, answers the question', list(text)),
        }),
      ),
      left: described('What of the text is in no rule and no question', list(object(PART))),
    },
    ['understood', 'reading', 'questions', 'left'],
  ),
});

/** The answers of the directory apart from single listings. */
export const SEARCH_SCHEMAS: JsonSchemas = {
  SearchQuery: QUERY,
  SearchResult: SEARCH,
  Suggestions: SUGGESTIONS,
  ListingMap: MAP,
  ListingStats: STATS,
  HoursAnswer: HOURS,
  ListingAnswer: object({
    data: ref('Listing'),
    meta: object({
      locale: described('Language of the answer (BCP 47)', text),
      locales: described('Every language that it is there in, for hreflang', list(text)),
    }),
  }),
};
