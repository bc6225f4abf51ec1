import type { Core } from '@strapi/strapi';
import { DEFAULT_TIME_ZONE } from '#src/domain/public-rule';
import type { Queue } from '#src/platform/jobs/index';
import { sqlOf } from '#src/platform/sql/sql';

// Rows per statement, so few that a commit takes only a moment.
const BATCH = 5_000;

/** What a compaction removed from the log. */
export interface Compacted {
  /** Events that a later one of their document replaced more than a day ago. */
  readonly superseded: number;
  /** Removals older than 29 days, which no longer say where the listing was. */
  readonly erased: number;
  /** Removals older than 90 days, which were deleted. */
  readonly forgotten: number;
}

/**
 * Shortens the log with `stadtverbund.feed_compact`, the only function that its guard allows to delete. May run
 * concurrently with writers, readers and itself.
 * @param now the moment from which ages are computed
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
