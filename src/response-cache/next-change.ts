import type { Core } from '@strapi/strapi';
import { dayIn } from '../domain/period';
import { cityTimeZone } from '../city/known-city';
import { sqlOf } from '../platform/sql/sql';
import { nextChangeOf } from './domain/next-change';
import { NEXT_CHANGE_SQL } from './next-change.sql';
import type { Version } from './version-reader';

interface Row {
  offer_day: string | null;
  contact_day: string | null;
  notice_day: string | null;
  campaign_start: Date | string | null;
  campaign_end: Date | string | null;
}

const asDate = (moment: Date | string | null): Date | null => (moment === null ? null : new Date(moment));

interface Known {
  version: Version;
  next: Promise<number>;
  /** Once `next` is there. */
  until: number;
}

/**
 * When the core REST and GraphQL answers change though nothing is written: offers and advisory contacts end, press
 * notices appear, campaigns start and end. One statement a version, and one more at each such moment.
 */
export class NextChange {
  private known: Known | undefined;

  constructor(private readonly strapi: Core.Strapi) {}

  /** The next such moment after `now`, in milliseconds; `Infinity` when there is none. */
  after(version: Version, now: Date): Promise<number> {
    if (this.known?.version === version && this.known.until > now.getTime()) return this.known.next;
    const known: Known = { version, next: this.read(now), until: Infinity };
    known.next.then(
      (until) => (known.until = until),
      () => {
        // Whoever waits hears of it; the next one asks again.
        if (this.known === known) this.known = undefined;
      },
    );
    this.known = known;
    return known.next;
  }

  private async read(now: Date): Promise<number> {
    const timeZone = await cityTimeZone(this.strapi);
    const [row] = await sqlOf(this.strapi)<Row>(NEXT_CHANGE_SQL, {
      now,
      today: dayIn(timeZone, now),
    });
    if (!row) return now.getTime();
    return nextChangeOf(
      {
        firstDays: [row.notice_day],
        lastDays: [row.offer_day, row.contact_day],
        moments: [asDate(row.campaign_start), asDate(row.campaign_end)],
      },
      timeZone,
    );
  }
}
