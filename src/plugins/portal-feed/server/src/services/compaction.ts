import type { Core } from '@strapi/strapi';
import { DEFAULT_TIME_ZONE } from '#src/domain/public-rule';
import type { Queue } from '#src/platform/jobs/index';
import { sqlOf } from '#src/platform/sql/sql';

// As many rows a statement as a commit takes a moment for.
const BATCH = 5_000;

/** What a compaction took out of the log. */
export interface Compacted {
  /** Events that a later one of their document replaced more than a day ago. */
  readonly superseded: number;
  /** Removals older than 29 days: they no longer say where the listing was. */
  readonly erased: number;
  /** Removals older than 90 days: they are gone. */
  readonly forgotten: number;
}

/**
 * Shortens the log by `stadtverbund.feed_compact`, the one function that its guard lets delete. May run beside writers,
 * readers and itself.
 * @param now the moment that ages are counted back from
 */
export async function compact(strapi: Core.Strapi, now: Date): Promise<Compacted> {
  let total: Compacted = { superseded: 0, erased: 0, forgotten: 0 };
  for (;;) {
    const [row] = await sqlOf(strapi)<Compacted>(
      `select * from stadtverbund.feed_compact(now_ => cast(:now as timestamptz), batch => :batch)`,
      { now: now.toISOString(), batch: BATCH },
    );
    if (!row) throw new Error('stadtverbund.feed_compact answered nothing.');
    total = {
      superseded: total.superseded + row.superseded,
      erased: total.erased + row.erased,
      forgotten: total.forgotten + row.forgotten,
    };
    if (row.superseded < BATCH && row.forgotten < BATCH) return total;
  }
}

/** Once a night and cluster. */
export const compactionQueue = (strapi: Core.Strapi): Queue<object> => ({
  name: 'portal-feed-compaction',
  schedule: { cron: '50 2 * * *', timeZone: DEFAULT_TIME_ZONE },
  expireInSeconds: 600,
  async handle() {
    const { superseded, erased, forgotten } = await compact(strapi, new Date());
    if (superseded + erased + forgotten > 0)
      strapi.log.info(
        `Feed log: ${superseded} replaced events deleted, ${erased} removals erased, ${forgotten} forgotten.`,
      );
  },
});
