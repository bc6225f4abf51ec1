import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';

const BUSINESS = 'api::business.business';
const CATEGORY = 'api::category.category';

// The fan-out and the first attempts to deliver are done by then; nothing here depends on it but the list of plans.
const SETTLE_MS = 3_000;

interface Portals {
  create(draft: object): Promise<{ token: string; portal: { documentId: string } }>;
  list(): Promise<readonly { documentId: string }[]>;
}

interface Deliveries {
  list(query: object): Promise<unknown>;
  health(portals: readonly string[], now: Date): Promise<unknown>;
}

/** What the scenario does in the application, by name. */
export function writesOf(strapi: Core.Strapi) {
  const portals = strapi.plugin('portal-feed').service('portals') as unknown as Portals;
  const deliveries = strapi.plugin('portal-feed').service('deliveries') as unknown as Deliveries;
  const businesses = strapi.documents(BUSINESS);
  return {
    /** Makes a portal that gets everything; answers with its token. */
    portal: async (url: string): Promise<string> => {
      const filter = {
        types: [],
        categories: [],
        districts: [],
        postcodes: [],
        boundingBox: null,
        locales: [],
      };
      const { token } = await portals.create({
        name: 'Bench',
        contactEmail: 'portal@example.org',
        url,
        filter,
      });
      return token;
    },
    publish: async (documentId: string): Promise<void> => {
      const data = { summary: `Neu ${Date.now()}` };
      await businesses.update({ documentId, locale: 'de', data });
      await businesses.publish({ documentId, locale: 'de' });
    },
    unpublish: async (documentId: string): Promise<void> => {
      await businesses.unpublish({ documentId, locale: '*' });
    },
    renameCategory: async (slug: string): Promise<void> => {
      const found = await strapi.documents(CATEGORY).findFirst({ filters: { slug }, locale: 'de' });
      if (!found) throw new Error(`There is no category ${slug}.`);
      const data = { name: `${found.name} neu` };
      await strapi.documents(CATEGORY).update({ documentId: found.documentId, locale: 'de', data });
    },
    panel: async (): Promise<void> => {
      const all = (await portals.list()).map(({ documentId }) => documentId);
      await deliveries.health(all, new Date());
      for (const portal of all) await deliveries.list({ portal, page: 1, pageSize: 25 });
    },
    compact: async (): Promise<void> => {
      await strapi.db.connection.raw('select * from stadtverbund.feed_compact()');
    },
    settle: () => pause(SETTLE_MS),
  };
}
