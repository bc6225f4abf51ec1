const route = (path: string, handler: string) => ({
  method: 'GET',
  path: `/feed${path}`,
  handler: `feed.${handler}`,
  // Portals have their own tokens (services/authenticate.ts); the schemas are for everyone.
  config: { prefix: '', auth: false as const },
});

/** Under `/api`: what portals pull. */
export const contentApiRoutes = {
  type: 'content-api',
  routes: [
    route('/events', 'events'),
    route('/snapshot', 'snapshot'),
    route('/schema', 'schemas'),
    route('/schema/:type', 'schema'),
  ],
};
