import type { Core } from '@strapi/strapi';
import { registerQueue } from '#src/platform/jobs/index';
import { serveMaps } from '#src/map/map-ground';
import { registerMail } from '#src/platform/mail/mail-queue';
import { addPage, publicPageAt, servePages } from '#src/platform/pages/pages';
import type { Page } from '#src/platform/pages/page';
import { addPublicAddresses, type Traits } from '#src/response-cache/index';
import { serveAssets } from './assets';
import { listPages } from './lists/list-page';
import { listingPages } from './listing/listing-page';
import { previewPage } from './listing/preview-page';
import { pageServer } from './page-server';
import { mapPage } from './map/map-page';
import { aboutUsPage } from './pages/about-us';
import { accessibilityPage } from './law/accessibility';
import { privacyPage } from './law/privacy';
import { reportPages } from './law/report';
import { reviewMail, reviewQueue } from './law/review-reminder';
import { sortingPage } from './law/sorting';
import { termsPage } from './law/terms';
import { imprintPage } from './pages/imprint';
import { secretLinkPage } from './pages/secret-link';
import { startPage } from './pages/start';
import { searchPage } from './search/search-page';
import { serveSearchEngines } from './search-engines';

/** Lets the response cache keep public pages. Links in them begin with the host; of a query they read what they say. */
function keepPages(strapi: Core.Strapi): void {
  const known = new WeakMap<Page, Traits>();
  const traitsOf = (page: Page): Traits => {
    const traits = known.get(page) ?? { namesHost: true, reads: new Set(page.reads) };
    known.set(page, traits);
    return traits;
  };
  addPublicAddresses(strapi, {
    matches: (path) => {
      const page = publicPageAt(strapi, path);
      return page && traitsOf(page);
    },
  });
}

/** The city's pages for people, rendered on the server (docs/adr/0074). */
export default {
  register({ strapi }: { strapi: Core.Strapi }): void {
    servePages(strapi, pageServer(strapi, serveAssets(strapi)));
    serveMaps(strapi);
    const pages = [
      startPage,
      searchPage,
      mapPage,
      ...listPages(strapi),
      ...listingPages(strapi),
      aboutUsPage,
    ];
    const law = [imprintPage, privacyPage, accessibilityPage, termsPage, sortingPage, ...reportPages];
    for (const page of [...pages, ...law, secretLinkPage, previewPage]) addPage(strapi, page);
    registerQueue(strapi, reviewQueue(strapi));
    registerMail(strapi, reviewMail);
    keepPages(strapi);
    serveSearchEngines(strapi);
  },
};
