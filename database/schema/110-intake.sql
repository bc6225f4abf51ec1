-- What people tell the desk (docs/moderation.md, "Reports, claims and notices"): reports and legal notices by anyone, claims
-- by accounts, objections to decisions. One row each; its kind says what it holds, by when it is to be decided and what can
-- be decided (plugins/moderation/server/src/intake). No foreign keys to Strapi's tables: publish deletes rows.
create table if not exists stadtverbund.intake (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  -- Counted without gaps over all kinds: 2026-17.
  year integer not null,
  number integer not null,
  -- What it is about: a document, or another page.
  content_type text,
  document_id text,
  title text,
  url text,
  -- Who tells it: a person without an account, or an account. Neither if they did not say, or are erased.
  person_id uuid references stadtverbund.person on delete set null,
  account_id integer,
  -- Of mails to them
  language text,
  message text not null,
  -- What else its kind asks for
  fields jsonb not null default '{}',
  -- The decision that an objection is about: log/17, or intake/<id>
  against text,
  created_at timestamptz not null default now(),
  -- The last day, by the city's clock
  due_on date not null,
  decision text,
  decision_reason text,
  decided_at timestamptz,
  decided_by integer,
  decided_by_name text,
  -- Once neither the person nor what they wrote is in it any more
  emptied_at timestamptz,
  unique (year, number),
  check ((decision is null) = (decided_at is null))
);
create index if not exists intake_open on stadtverbund.intake (due_on, created_at) where decision is null;
create index if not exists intake_document on stadtverbund.intake (document_id, kind) where decision is null;
create index if not exists intake_account on stadtverbund.intake (account_id) where account_id is not null;
create index if not exists intake_person on stadtverbund.intake (person_id) where person_id is not null;
create index if not exists intake_created on stadtverbund.intake (created_at);
create unique index if not exists intake_one_open_claim on stadtverbund.intake (document_id, account_id)
  where kind = 'claim' and decision is null;
-- An objection comes once.
create unique index if not exists intake_one_objection on stadtverbund.intake (against) where against is not null;

-- What is decided stays decided.
select stadtverbund.ensure_trigger('stadtverbund.intake', 'intake_decided_once', 'before update',
  'for each row when (old.decision is not null and (new.decision, new.decided_at) is distinct from (old.decision, old.decided_at))
   execute function stadtverbund.refuse_change()');

-- Releases up to 0.1 had a table for reports and one for claims. Reports bring their addresses to stadtverbund.person.
do $$
declare
  earlier record;
  reporter uuid;
begin
  if to_regclass('stadtverbund.report') is not null then
    alter table stadtverbund.report add column if not exists language text;
    for earlier in select * from stadtverbund.report order by created_at, id loop
      reporter := null;
      if earlier.email is not null then
        insert into stadtverbund.person (email, locale, purpose, created_at, delete_after)
        values (lower(earlier.email), coalesce(earlier.language, 'de'), 'notice', earlier.created_at,
          coalesce(earlier.resolved_at::date + 90, current_date + 365))
        returning id into reporter;
      end if;
      insert into stadtverbund.intake (kind, year, number, content_type, document_id, title, person_id, language, message,
        fields, created_at, due_on, decision, decision_reason, decided_at, decided_by, decided_by_name)
      values (case when earlier.kind in ('wrong', 'closed') then earlier.kind when earlier.kind = 'other' then 'wrong' else 'terms' end,
        extract(year from earlier.created_at), stadtverbund.next_number('intake', extract(year from earlier.created_at)::integer),
        earlier.content_type, earlier.document_id, earlier.title, reporter, earlier.language, earlier.message,
        jsonb_build_object('said', earlier.kind), earlier.created_at, (earlier.created_at + interval '14 days')::date,
        case when earlier.resolved_at is not null then 'settled' end, earlier.resolution, earlier.resolved_at,
        earlier.resolved_by, earlier.resolved_by_name);
    end loop;
    drop table stadtverbund.report;
  end if;
  if to_regclass('stadtverbund.claim') is not null then
    insert into stadtverbund.intake (id, kind, year, number, content_type, document_id, account_id, message, created_at,
      due_on, decision, decision_reason, decided_at, decided_by)
    select id, 'claim', extract(year from created_at),
      stadtverbund.next_number('intake', extract(year from created_at)::integer), 'api::business.business', business,
      account_id, reason, created_at, (created_at + interval '14 days')::date,
      case state when 'accepted' then 'accepted' when 'refused' then 'declined' end, decision_reason, decided_at, decided_by
    from (select * from stadtverbund.claim order by created_at, id) as claim;
    drop table stadtverbund.claim;
  end if;
end $$;
