/**
 * Counts one try and answers with the tries in its window; :key, :seconds. A handful of ended windows is swept in the
 * same statement, those that nobody else holds, so the table stays as small as the traffic.
 */
export const CONSUME_SQL = `
with swept as (
  delete from stadtverbund.rate_limit where key in (
    select key from stadtverbund.rate_limit
    where ends_at < now() - interval '1 minute' and key <> :key
    order by ends_at limit 5 for update skip locked)
)
insert into stadtverbund.rate_limit as window_ (key, hits, ends_at)
values (:key, 1, now() + make_interval(secs => :seconds))
on conflict (key) do update set
  hits = case when window_.ends_at <= now() then 1 else window_.hits + 1 end,
  ends_at = case when window_.ends_at <= now() then excluded.ends_at else window_.ends_at end
returning hits, extract(epoch from ends_at - now())::float8 as remaining`;

/** Takes one try back, in the window that is still open; :key. */
export const REFUND_SQL = `
update stadtverbund.rate_limit set hits = greatest(hits - 1, 0) where key = :key and ends_at > now()`;
