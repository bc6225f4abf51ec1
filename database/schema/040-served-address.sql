-- The addresses of the server that serves this database, for commands that run beside it: what an import puts into events
-- is what the server itself would.
create table if not exists stadtverbund.served_address (
  only_one boolean primary key default true check (only_one),
  base text not null,
  -- LISTING_URL of the server; null if it has none
  listing_url text
);
