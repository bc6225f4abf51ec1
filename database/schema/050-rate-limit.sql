-- Counters of src/platform/rate-limit, shared by all instances. Unlogged: a crash only loses the count of a few
-- attempts.
create unlogged table if not exists stadtverbund.rate_limit (
  key text primary key,
  hits integer not null,
  ends_at timestamptz not null
);
create index if not exists rate_limit_ends_at on stadtverbund.rate_limit (ends_at);
