import type { HealthHour, PortalHealth } from '../../contract';
import type { Query } from './pool';

const HOUR = 3_600_000;
const HOURS = 24;

interface State {
  portalId: string;
  lastSuccessAt: Date | null;
  lastFailureAt: Date | null;
  failingSince: Date | null;
  backlog: number;
  oldestWaitingAt: Date | null;
}

interface Counted {
  portalId: string;
  start: Date;
  succeeded: number;
  failed: number;
}

const STATES = `
select p.id as "portalId", h.last_success_at as "lastSuccessAt", h.last_failure_at as "lastFailureAt",
  h.failing_since as "failingSince", open.count + sending.count as backlog,
  least(open.oldest, sending.oldest) as "oldestWaitingAt"
from unnest($1::text[]) as p(id)
left join stadtverbund.feed_health h on h.portal_id = p.id
cross join lateral (select count(*), min(created_at) as oldest from stadtverbund.feed_delivery d
  where d.portal_id = p.id and d.state in ('waiting', 'retrying')) as open
cross join lateral (select count(*), min(created_at) as oldest from stadtverbund.feed_delivery d
  where d.portal_id = p.id and d.state = 'sending') as sending`;

// An attempt that we aborted says nothing about the portal.
const HOURLY = `
select portal_id as "portalId", date_bin('1 hour', started_at, $2::timestamptz) as start,
  count(*) filter (where failure is null) as succeeded, count(*) filter (where failure is not null) as failed
from stadtverbund.feed_attempt
where portal_id = any($1) and started_at >= $2 and failure is distinct from 'interrupted'
group by 1, 2`;

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;

function hoursOf(counted: readonly Counted[], first: number): HealthHour[] {
  const byStart = new Map(counted.map((hour) => [hour.start.getTime(), hour]));
  return Array.from({ length: HOURS }, (_, index) => {
    const start = first + index * HOUR;
    const { succeeded = 0, failed = 0 } = byStart.get(start) ?? {};
    return { start: new Date(start).toISOString(), succeeded, failed };
  });
}

/** The health of each of these portals; the current hour is the last one. */
export async function portalHealth(
  query: Query,
  portals: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, PortalHealth>> {
  const first = Math.floor(now.getTime() / HOUR) * HOUR - (HOURS - 1) * HOUR;
  const [states, counted] = await Promise.all([
    query<State>(STATES, [portals]),
    query<Counted>(HOURLY, [portals, new Date(first)]),
  ]);
  return new Map(
    states.map(({ portalId, backlog, ...state }) => [
      portalId,
      {
        lastSuccessAt: iso(state.lastSuccessAt),
        lastFailureAt: iso(state.lastFailureAt),
        failingSince: iso(state.failingSince),
        backlog,
        oldestWaitingAt: iso(state.oldestWaitingAt),
        hours: hoursOf(
          counted.filter((hour) => hour.portalId === portalId),
          first,
        ),
      },
    ]),
  );
}
