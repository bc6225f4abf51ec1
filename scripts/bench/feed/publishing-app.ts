import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import type { announceChanged } from '#src/publication/index';
import { inTransaction, sqlOf } from '#src/platform/sql/sql';
import { createCalmStrapi, destroyCalmly } from '../../lib/strapi-server';
import { compiled } from '../app/compiled';
import { listenUntilDisconnect } from '../listen-until-disconnect';
import { answerCalls } from '../process-calls';
import { sharedClock } from './shared-clock';

const BUSINESS = 'api::business.business';

/** When one document was published. */
export interface Publishing {
  documentId: string;
  /** Before the call and after it returned; milliseconds of the shared clock */
  startedAt: number;
  answeredAt: number;
}

interface Webhook {
  id?: string;
  name: string;
  url: string;
  headers: Record<string, string>;
  events: string[];
  isEnabled: boolean;
}

interface WebhookStore {
  addAllowedEvent(name: string, event: string): void;
  createWebhook(webhook: Webhook): Promise<Webhook>;
}

interface Publication {
  announceChanged: typeof announceChanged;
}

const publication = (): Publication => compiled('publication');

/** A webhook's event with the payload of the feed. */
const LISTED = 'bench.publish';

const listings = new Map<string, object>();

/** What the feed sends for each of these, prepared in advance, so that the webhooks send the same without the cost. */
async function makeListings(strapi: Core.Strapi, documentIds: readonly string[]): Promise<void> {
  await publication().announceChanged(
    strapi,
    documentIds.map((documentId) => ({ type: BUSINESS, documentId })),
  );
  const rows = await sqlOf(strapi)<{ id: string; data: string }>(
    'select document_id as id, data::text as data from stadtverbund.feed_event where document_id = any(:documentIds)',
    { documentIds },
  );
  for (const { id, data } of rows) listings.set(id, JSON.parse(data) as object);
}

const emitListed = (strapi: Core.Strapi, documentId: string): Promise<void> =>
  strapi.eventHub.emit(LISTED, { entry: { documentId, ...listings.get(documentId) } });

/** Strapi webhooks that send what the feed sends, on Strapi's own event for the entry. */
async function addWebhooks(
  strapi: Core.Strapi,
  { urls, documentIds }: { urls: readonly string[]; documentIds: readonly string[] },
): Promise<void> {
  await makeListings(strapi, documentIds);
  strapi.eventHub.on('entry.publish', ({ entry }: { entry: { documentId: string } }) =>
    emitListed(strapi, entry.documentId),
  );
  const store = strapi.get<WebhookStore>('webhookStore');
  store.addAllowedEvent('BENCH_PUBLISH', LISTED);
  const runner = strapi.get<{ add(webhook: Webhook): void }>('webhookRunner');
  for (const [at, url] of urls.entries()) {
    const webhook = { name: `bench ${at}`, url, headers: {}, events: [LISTED], isEnabled: true };
    runner.add(await store.createWebhook(webhook));
  }
}

async function addPortals(strapi: Core.Strapi, urls: readonly string[]): Promise<void> {
  const portals = strapi.plugin('portal-feed').service('portals') as unknown as {
    create(draft: object): Promise<unknown>;
  };
  for (const [at, url] of urls.entries()) {
    const everything = {
      types: ['business'],
      categories: [],
      districts: [],
      postcodes: [],
      boundingBox: null,
      locales: [],
    };
    await portals.create({
      name: `Bench ${at}`,
      contactEmail: 'portal@example.org',
      url,
      filter: everything,
    });
  }
}

/** Changes and publishes one document after the other, as an editor does. */
async function publish(
  strapi: Core.Strapi,
  { documentIds, pauseMs, note }: { documentIds: readonly string[]; pauseMs: number; note: string },
): Promise<Publishing[]> {
  const published: Publishing[] = [];
  for (const documentId of documentIds) {
    await strapi.documents(BUSINESS).update({ documentId, locale: 'de', data: { summary: note } });
    const startedAt = sharedClock();
    await strapi.documents(BUSINESS).publish({ documentId, locale: 'de' });
    published.push({ documentId, startedAt, answeredAt: sharedClock() });
    if (pauseMs > 0) await pause(pauseMs);
  }
  return published;
}

/** Makes so many changes public in one transaction; returns when it was committed. */
async function touchMany(
  strapi: Core.Strapi,
  { documentIds, note }: { documentIds: readonly string[]; note: string },
): Promise<number> {
  await inTransaction(strapi, async (sql) => {
    await sql(
      'update businesses set summary = :note where document_id = any(:documentIds) and published_at is not null',
      { note, documentIds },
    );
    await publication().announceChanged(
      strapi,
      documentIds.map((documentId) => ({ type: BUSINESS, documentId })),
    );
  });
  return sharedClock();
}

/** Passes so many publish events to Strapi's webhooks at once; returns when it began. */
function emitMany(strapi: Core.Strapi, { documentIds }: { documentIds: readonly string[] }): number {
  const startedAt = sharedClock();
  for (const documentId of documentIds) void emitListed(strapi, documentId);
  return startedAt;
}

async function servePublishingApp(): Promise<void> {
  process.noDeprecation = true;
  const strapi = createCalmStrapi({ serveAdminPanel: false });
  await strapi.load();
  strapi.server.mount();
  answerCalls({
    webhooks: (input: Parameters<typeof addWebhooks>[1]) => addWebhooks(strapi, input),
    portals: ({ urls }: { urls: readonly string[] }) => addPortals(strapi, urls),
    publish: (input: Parameters<typeof publish>[1]) => publish(strapi, input),
    touchMany: (input: Parameters<typeof touchMany>[1]) => touchMany(strapi, input),
    emitMany: (input: Parameters<typeof emitMany>[1]) => emitMany(strapi, input),
  });
  await listenUntilDisconnect(strapi.server.httpServer, () => destroyCalmly(strapi));
}

servePublishingApp().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
