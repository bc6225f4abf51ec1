import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';

const BUSINESS = 'api::business.business';
const CATEGORY = 'api::category.category';

// By then the fan-out and the first delivery attempts are done; only the list of plans depends on it.
const SETTLE_MS = 3_000;

interface Portals {
  pause(documentId: string): Promise<unknown>;
  create(draft: object): Promise<{ token: string; portal: { documentId: string } }>;
  list(): Promise<readonly { documentId: string }[]>;
}

interface Deliveries {
  resync(portal: string): Promise<number>;
  list(query: object): Promise<unknown>;
  health(portals: readonly string[], now: Date): Promise<unknown>;
}

/** The scenario's actions in the application, by name. */
export function writesOf(strapi: Core.Strapi) {
  const portals = strapi.plugin('portal-feed').service('portals') as unknown as Portals;
  const deliveries = strapi.plugin('portal-feed').service('deliveries') as unknown as Deliveries;
  const businesses = strapi.documents(BUSINESS);
  return {
    /** Creates a portal that gets everything; returns its token. */
    portal: async (url: string): Promise<string> => (await makePortal(portals, url)).token,
    /** Leaves a delivery of every listing waiting, as for a paused portal, so that the queue is long. */
    backlog: async (url: string): Promise<void> => {
      const { portal } = await makePortal(portals, url);
      await portals.pause(portal.documentId);
      await deliveries.resync(portal.documentId);
      await strapi.db.connection.raw('analyze');
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

function makePortal(portals: Portals, url: string): ReturnType<Portals['create']> {
  const filter = {
    types: [],
    categories: [],
    districts: [],
    postcodes: [],
    boundingBox: null,
    locales: [],
  };
  return portals.create({ name: `Bench ${url}`, contactEmail: 'portal@example.org', url, filter });
}
