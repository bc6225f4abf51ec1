/**
 * Counts :weight attempts and returns the attempts in their window; :key, :seconds. The same statement removes a
 * handful of ended windows that are not locked, so the table stays as small as the traffic.
 */
export const CONSUME_SQL = `
with swept as (
  delete from stadtverbund.rate_limit where key in (
    select key from stadtverbund.rate_limit
    where ends_at < now() - interval '1 minute' and key <> :key
    order by ends_at limit 5 for update skip locked)
)
insert into stadtverbund.rate_limit as window_ (key, hits, ends_at)
values (:key, :weight, now() + make_interval(secs => :seconds))
on conflict (key) do update set
  hits = case when window_.ends_at <= now() then excluded.hits else window_.hits + excluded.hits end,
  ends_at = case when window_.ends_at <= now() then excluded.ends_at else window_.ends_at end
returning hits, extract(epoch from ends_at - now())::float8 as remaining`;

/** Takes back :weight attempts in the open window; :key. */
export const REFUND_SQL = `
update stadtverbund.rate_limit set hits = greatest(hits - :weight, 0) where key = :key and ends_at > now()`;
