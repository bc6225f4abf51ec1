// Below /api/directory. Each also has an entry in endpoints.ts, tests/authorisation/table.ts and the OpenAPI document.
const PATHS: readonly string[] = [
  '/search',
  '/search.csv',
  '/suggest',
  '/listings.csv',
  '/listings/:type/:slug',
  '/map.geojson',
  '/stats',
  '/opening-hours',
];

const route = (path: string) => ({
  method: 'GET' as const,
  path: `/directory${path}`,
  handler: 'directory.answer',
  // Everything here is public, so no permission has to be looked up.
  config: { prefix: '', auth: false as const },
});

/** The plugin's routes, for requests not answered from the cache. */
export const routes = {
  'content-api': { type: 'content-api', routes: PATHS.map(route) },
};
