import type { Core } from '@strapi/strapi';
import { dayIn } from '../domain/period';
import { momentOfBoundary } from '../listing/domain/boundaries';
import { cityTimeZone } from '../city/known-city';
import { sqlOf } from '../platform/sql/sql';
import { nextChangeStatement } from './next-change.sql';
import type { Version } from '../platform/version';

interface Known {
  version: Version;
  next: Promise<number>;
  /** When `next` has been reached. */
  until: number;
}

/**
 * When the core REST and GraphQL answers change without any write: offers end, press notices appear, campaigns start
 * and end. One statement per version, and one more at each such moment.
 */
export class NextChange {
  private known: Known | undefined;

  private readonly statement: ReturnType<typeof nextChangeStatement>;

  constructor(private readonly strapi: Core.Strapi) {
    this.statement = nextChangeStatement(strapi);
  }

  /** The next such moment after `now`, in milliseconds; `Infinity` if there is none. */
  after(version: Version, now: Date): Promise<number> {
    if (this.known?.version === version && this.known.until > now.getTime()) return this.known.next;
    const known: Known = { version, next: this.read(now), until: Infinity };
    known.next.then(
      (until) => (known.until = until),
      () => {
        // Those waiting get the failure; the next one asks again.
        if (this.known === known) this.known = undefined;
      },
    );
    this.known = known;
    return known.next;
  }

  private async read(now: Date): Promise<number> {
    const timeZone = await cityTimeZone(this.strapi);
    const { text, columns } = this.statement;
    const today = dayIn(timeZone, now);
    const [row] = await sqlOf(this.strapi)<Readonly<Record<string, unknown>>>(text, { now, today });
    if (!row) return now.getTime();
    const moments = columns.flatMap(([name, kind]) =>
      row[name] === null ? [] : [momentOfBoundary(kind, row[name], timeZone)],
    );
    return Math.min(...moments, Infinity);
  }
}
