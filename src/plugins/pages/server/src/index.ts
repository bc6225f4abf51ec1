import type { Core } from '@strapi/strapi';
import { addPage, servePages } from '#src/platform/pages/pages';
import { serveAssets } from './assets';
import { pageServer } from './page-server';
import { imprintPage } from './pages/imprint';
import { secretLinkPage } from './pages/secret-link';
import { startPage } from './pages/start';

/** The city's pages for people, rendered on the server (docs/adr/0074). */
export default {
  register({ strapi }: { strapi: Core.Strapi }): void {
    servePages(strapi, pageServer(strapi, serveAssets(strapi)));
    for (const page of [startPage, imprintPage, secretLinkPage]) addPage(strapi, page);
  },
};
