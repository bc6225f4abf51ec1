-- Up to when the changes that happen with time alone (an offer ends, a campaign begins) have been announced.
create table if not exists stadtverbund.timed_changes (
  announced_until timestamptz not null,
  only_one boolean primary key default true check (only_one)
);
insert into stadtverbund.timed_changes (announced_until) values (now()) on conflict do nothing;
