-- Mails that the mail server has refused for good, by a keyed hash of the address (src/platform/mail/failures.ts). No
-- address is stored here, and what is a year old is deleted.
create table if not exists stadtverbund.mail_failure (
  address_hash text not null,
  at timestamptz not null default now(),
  -- The server's answer in short, such as 550 5.1.1.
  code text not null
);
create index if not exists mail_failure_address on stadtverbund.mail_failure (address_hash);

-- Mails that come again and again and that a reader has switched off (`editor 12`).
create table if not exists stadtverbund.unwanted_mail (
  mail text not null,
  reader text not null,
  at timestamptz not null default now(),
  primary key (mail, reader)
);

-- Releases up to 0.1 had a queue for each mail, and one with addresses and texts. What waits is moved into the queue of
-- today; what is done loses its address, which pg-boss would keep for days. (A mail that waits with its text is sent as
-- it is.)
do $$
declare
  earlier record;
begin
  if to_regclass('pgboss.job') is null or to_regclass('pgboss.queue') is null then return; end if;
  update pgboss.job set data = '{}', output = null
    where name = 'mail' and state in ('completed', 'cancelled', 'failed') and data ? 'to';
  for earlier in
    select * from (values
      ('moderation-decision-mail', 'moderation-decision'),
      ('moderation-digest-mail', 'moderation-digest'),
      ('self-service-invitation-mail', 'invitation')) as names (queue, mail)
  loop
    if exists (select from pgboss.queue where name = earlier.queue) then
      insert into pgboss.job (name, data, start_after, created_on, keep_until, retry_limit, retry_delay, retry_backoff,
          expire_in, policy)
        select 'mail', jsonb_build_object('mail', earlier.mail, 'ref', data), start_after, created_on, keep_until, 14,
          retry_delay, retry_backoff, expire_in, policy
        from pgboss.job where name = earlier.queue and state in ('created', 'retry', 'active');
      delete from pgboss.job where name = earlier.queue;
      perform pgboss.delete_queue(earlier.queue);
      update pgboss.archive set data = '{}', output = null where name = 'mail' and data ? 'to';
      update pgboss.archive set output = null where name = earlier.queue;
    end if;
  end loop;
end $$;
