// Below /api/directory; each has an entry in endpoints.ts, tests/authorisation/table.ts and the OpenAPI document.
const PATHS: readonly string[] = [
  '/search',
  '/search.csv',
  '/suggest',
  '/listings.csv',
  '/listings/:type/:slug',
  '/map.geojson',
  '/stats',
];

const route = (path: string) => ({
  method: 'GET' as const,
  path: `/directory${path}`,
  handler: 'directory.answer',
  // Everything here is public; no permission has to be looked up.
  config: { prefix: '', auth: false as const },
});

/** The routes of the plugin, for what does not come from the cache. */
export const routes = {
  'content-api': { type: 'content-api', routes: PATHS.map(route) },
};
