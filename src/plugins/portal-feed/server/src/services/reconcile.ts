import type { Core } from '@strapi/strapi';
import { DEFAULT_TIME_ZONE } from '#src/domain/public-rule';
import type { Queue } from '#src/platform/jobs/index';
import { sqlOf } from '#src/platform/sql/sql';
import { FACT_NAMES } from '../filters/portal-filter';
import { appendEvents } from './append';
import { listingTypes } from '#src/listing/listing-types';

// Documents per transaction, so few that no editor has to wait for a document's head.
const BATCH = 100;

async function publishedIds(strapi: Core.Strapi, uid: string): Promise<string[]> {
  const rows = (await strapi.db.query(uid).findMany({
    select: ['documentId'],
    where: { publishedAt: { $notNull: true } },
  })) as { documentId: string }[];
  return rows.map(({ documentId }) => documentId);
}

async function loggedIds(strapi: Core.Strapi, uid: string): Promise<string[]> {
  const rows = await sqlOf(strapi)<{ document_id: string }>(
    `select document_id from stadtverbund.feed_head where uid = :uid and is_published`,
    { uid },
  );
  return rows.map(({ document_id }) => document_id);
}

/**
 * Compares the log with what is public and appends what is missing: changes by raw SQL or a restored backup, and the
 * holidays of a new year. Adds facts for a filter that has come. Announces nothing where both agree.
 * @returns how many documents were looked at
 */
export async function reconcile(strapi: Core.Strapi): Promise<number> {
  let looked = 0;
  for (const { uid } of listingTypes(strapi).feed.values()) {
    const ids = [
      ...new Set([...(await publishedIds(strapi, uid)), ...(await loggedIds(strapi, uid))]),
    ].sort();
    for (let start = 0; start < ids.length; start += BATCH)
      await strapi.db.transaction(() =>
        appendEvents(
          strapi,
          ids.slice(start, start + BATCH).map((documentId) => ({ type: uid, documentId })),
        ),
      );
    looked += ids.length;
  }
  return looked;
}

const LACKS_FACTS_SQL = `select exists (
  select from stadtverbund.feed_head where is_published and not jsonb_exists_all(facts, cast(:names as text[]))) as lacks`;

/** Whether public documents are in the log without what a filter looks at that has come since. */
async function lacksFacts(strapi: Core.Strapi): Promise<boolean> {
  const [found] = await sqlOf(strapi)<{ lacks: boolean }>(LACKS_FACTS_SQL, { names: [...FACT_NAMES] });
  return found?.lacks === true;
}

/** Once a week and cluster, in the night to Sunday, and when a filter has come. */
export const reconcileQueue = (strapi: Core.Strapi): Queue<object> => ({
  name: 'portal-feed-reconcile',
  schedule: { cron: '40 3 * * 0', timeZone: DEFAULT_TIME_ZONE },
  expireInSeconds: 3_600,
  dueAtStart: () => lacksFacts(strapi),
  async handle() {
    await reconcile(strapi);
  },
});
