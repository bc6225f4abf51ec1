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
    graphql: 'GraphQL: POST to',
    noScript: 'The overview needs JavaScript. The OpenAPI document can be read without.',
  },
};
