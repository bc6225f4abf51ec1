// The routes for documents come after these (src/reading/public-routes.ts), so that `feed.rss` is not taken for a
// documentId.
export default {
  routes: [
    { method: 'GET', path: '/press-notices/feed.rss', handler: 'feed.rss', config: { auth: false } },
    { method: 'GET', path: '/press-notices/feed.json', handler: 'feed.json', config: { auth: false } },
  ],
};
