import type { Core } from '@strapi/strapi';
import { cityTimeZone } from '#src/city/known-city';
import { sqlOf } from '#src/platform/sql/sql';
import { GROUND_NAMES, OBJECTION, type Ground } from './domain/kinds';

/** What became of notices and objections of a year; no content and no people. */
export interface Transparency {
  readonly year: number;
  readonly notices: { readonly total: number; readonly byGround: Readonly<Record<Ground, number>> };
  /** Refused, since too many came from one address. */
  readonly limited: number;
  readonly decided: number;
  /** From the notice to its decision; null while none is decided. */
  readonly medianHours: number | null;
  readonly takenDown: number;
  readonly objections: { readonly total: number; readonly decided: number; readonly won: number };
  /** Decided by a program: nothing ever is. */
  readonly automated: 0;
}

interface Counted {
  kind: string;
  total: number;
  decided: number;
  takenDown: number;
  won: number;
}

// Withdrawn with the erasure of who told it: received, and not decided.
const DECIDED = `decision is not null and decision <> 'withdrawn'`;
const OF_YEAR = `created_at >= make_timestamptz(:year, 1, 1, 0, 0, 0, :timeZone)
  and created_at < make_timestamptz(:year + 1, 1, 1, 0, 0, 0, :timeZone)`;

const COUNT_SQL = `
select kind, count(*)::int as total, count(*) filter (where ${DECIDED})::int as decided,
  count(*) filter (where decision = 'taken-down')::int as "takenDown",
  count(*) filter (where decision = 'accepted')::int as won
from stadtverbund.intake where ${OF_YEAR} group by kind`;

const MEDIAN_SQL = `
select percentile_cont(0.5) within group (order by extract(epoch from decided_at - created_at) / 3600) as hours
from stadtverbund.intake where ${OF_YEAR} and kind = any(:grounds) and ${DECIDED}`;

export const LIMITED = 'intake-limited';

const LIMITED_SQL = `select next - 1 as total from stadtverbund.counter where scope = '${LIMITED}' and year = :year`;

/** The counts of a year by the city's clock (DSA, Art. 15 and 24 ask for them from larger platforms). */
export async function transparencyOf(strapi: Core.Strapi, year: number): Promise<Transparency> {
  const sql = sqlOf(strapi);
  const asked = { year, timeZone: await cityTimeZone(strapi), grounds: GROUND_NAMES };
  const counted = new Map((await sql<Counted>(COUNT_SQL, asked)).map((row) => [row.kind, row]));
  const [median] = await sql<{ hours: number | null }>(MEDIAN_SQL, asked);
  const [limited] = await sql<{ total: number }>(LIMITED_SQL, { year });
  const sum = (member: 'total' | 'decided' | 'takenDown'): number =>
    GROUND_NAMES.reduce((all, name) => all + (counted.get(name)?.[member] ?? 0), 0);
  const objections = counted.get(OBJECTION);
  return {
    year,
    notices: {
      total: sum('total'),
      byGround: Object.fromEntries(
        GROUND_NAMES.map((name) => [name, counted.get(name)?.total ?? 0]),
      ) as Record<Ground, number>,
    },
    limited: limited?.total ?? 0,
    decided: sum('decided'),
    medianHours: median?.hours == null ? null : Math.round(median.hours * 10) / 10,
    takenDown: sum('takenDown'),
    objections: {
      total: objections?.total ?? 0,
      decided: objections?.decided ?? 0,
      won: objections?.won ?? 0,
    },
    automated: 0,
  };
}
