/** Under `/api`: what portals pull. The admin panel's routes are in `admin-api/`. */
export const routes = {
  'content-api': { type: 'content-api', routes: [] },
};
