import { createCalmStrapi, destroyCalmly } from '../../lib/strapi-server';
import { listenUntilDisconnect } from '../listen-until-disconnect';

/** The compiled application on DATABASE_URL, at PORT of 127.0.0.1. */
async function serveApp(): Promise<void> {
  // Strapi sends the queries of one transaction in parallel, which makes pg 8 warn on every boot.
  process.noDeprecation = true;
  const strapi = createCalmStrapi({ serveAdminPanel: false });
  await strapi.load();
  strapi.server.mount();
  await listenUntilDisconnect(strapi.server.httpServer, () => destroyCalmly(strapi));
}

serveApp().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
