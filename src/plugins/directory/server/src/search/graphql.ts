import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { spoken } from '#src/languages/language';
import { Refusal } from '#src/platform/refusals/refusal';
import { graphqlExtension } from '#src/platform/strapi/graphql';
import { noteExpiry } from '#src/response-cache/index';
import { searchService } from './search-service';

const TYPES = /* GraphQL */ `
  type DirectoryTerm {
    slug: String!
    name: String!
  }
  type DirectoryAddress {
    street: String
    houseNumber: String
    postcode: String
    place: String
  }
  type DirectoryPoint {
    latitude: Float!
    longitude: Float!
  }
  type DirectoryExcerpt {
    "Plain text"
    text: String!
    "Pairs [start, end) in UTF-16 units, as String.slice counts"
    highlights: [[Int!]!]!
  }
  type DirectoryHit {
    documentId: ID!
    type: String!
    slug: String!
    name: String!
    "Where people read it"
    url: String!
    summary: String
    categories: [DirectoryTerm!]!
    district: DirectoryTerm
    address: DirectoryAddress
    location: DirectoryPoint
    services: [String!]!
    "Metres to near"
    distance: Float
    "null: not known"
    openNow: Boolean
    "When it opens or closes next, ISO 8601"
    nextChange: String
    "Of a campaign: upcoming, running, ended"
    state: String
    excerpt: DirectoryExcerpt
    "Everything that the REST search shows of a hit"
    data: JSON!
  }
  type DirectoryPagination {
    page: Int
    pageSize: Int!
    pageCount: Int!
    total: Int!
    "There are more than total; they were not counted"
    totalIsLowerBound: Boolean!
    nextCursor: String
  }
  type DirectoryFacetValue {
    value: String!
    name: String!
    count: Int!
  }
  type DirectoryFacets {
    category: [DirectoryFacetValue!]
    district: [DirectoryFacetValue!]
    service: [DirectoryFacetValue!]
    audience: [DirectoryFacetValue!]
  }
  type DirectorySearchMeta {
    pagination: DirectoryPagination!
    facets: DirectoryFacets!
    "What was asked, and what it was taken for"
    query: JSON!
  }
  type DirectorySearchResult {
    data: [DirectoryHit!]!
    meta: DirectorySearchMeta!
  }
  extend type Query {
    "The search of GET /api/directory/search, with the same parameters (docs/directory.md)"
    directorySearch(
      q: String
      type: [String!]
      category: [String!]
      district: [String!]
      postcode: [String!]
      service: [String!]
      audience: [String!]
      "Who serves there: latitude,longitude and/or a postcode and/or the slug of a district"
      serves: String
      "now, or ISO 8601"
      openAt: String
      "latitude,longitude"
      near: String
      "Metres"
      radius: Int
      "west,south,east,north"
      bbox: String
      validAt: String
      "relevance, distance, name or newest"
      sort: String
      page: Int
      pageSize: Int
      cursor: String
      facets: [String!]
      locale: String
    ): DirectorySearchResult!
  }
`;

// As enumerations of GraphQL spell them: `on_site`.
const SPELT_BOTH_WAYS: ReadonlySet<string> = new Set(['audience', 'service', 'type']);

type Arguments = Readonly<Record<string, string | number | readonly string[] | null | undefined>>;

function parametersOf(given: Arguments): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(given))
    if (value != null) {
      const text = Array.isArray(value) ? value.join(',') : String(value);
      parameters.set(name, SPELT_BOTH_WAYS.has(name) ? text.replaceAll('_', '-') : text);
    }
  return parameters;
}

interface GraphqlContext {
  readonly koaContext?: Context;
}

const resolver = (strapi: Core.Strapi) => {
  const service = searchService({ strapi });
  return async (_parent: unknown, given: Arguments, context: GraphqlContext): Promise<unknown> => {
    try {
      const { data, meta, expiresAt } = await service.run(parametersOf(given), new Date());
      // Of several searches of one query, the answer ends with the first.
      if (context.koaContext) noteExpiry(context.koaContext, expiresAt);
      return { data: data.map((hit) => ({ ...hit, data: hit })), meta };
    } catch (error) {
      const language = spoken(typeof given['locale'] === 'string' ? given['locale'] : null);
      if (!(error instanceof Refusal) || !language) throw error;
      throw new Refusal(error.grounds, { language });
    }
  };
};

/** `Query.directorySearch`: the search in GraphQL. To be called in `register`. */
export function registerGraphql(strapi: Core.Strapi): void {
  graphqlExtension(strapi).use({
    typeDefs: TYPES,
    resolvers: { Query: { directorySearch: resolver(strapi) } },
    resolversConfig: { 'Query.directorySearch': { auth: false } },
  });
}
