import type { publicPages as German } from '../de/public-pages';

/** What the public reads. */
export const publicPages: typeof German = {
  pressTitle: 'Press notices: {city}',
  pressDescription: 'Notices of the platform for local businesses in {city}',
  // Used if the city has not written its own: an archived notice always has a warning.
  archiveWarning: 'This notice is archived. It is no longer changed and may be out of date.',
  docs: {
    title: 'Stadtverbund: interface',
    intro: 'Websites read everything that is published here over REST or GraphQL, without an account.',
    document: 'OpenAPI document',
    feeds: 'Subscribe to notices:',
    graphql: 'The same as GraphQL:',
    directory: 'Search, map and “open now” in one place: the operations under',
    noScript: 'The overview needs JavaScript. The OpenAPI document can be read without.',
  },
  // What a browser shows at /graphql.
  graphqlPage: {
    title: 'Stadtverbund: GraphQL',
    intro:
      'Programs send their queries to this address, by POST or GET, without an account. It only reads: what is published, with the same filters as REST.',
    schema: 'The schema (SDL), for code generators and editors',
    docs: 'The interface over REST',
    rules: 'How it behaves, and its limits: docs/api.md in the source.',
    query: 'Try a query',
    run: 'Run',
    answer: 'Answer',
    failed: 'No answer could be had. Please try again.',
    noScript: 'Trying it out needs JavaScript. The schema can be read without.',
  },
};
