-- People without an account (src/platform/people): one row for each transaction of theirs, since the same address may
-- belong to several people and each row has its own day to be deleted. What refers to a person does so by
-- `person_id uuid references stadtverbund.person on delete set null`: what remains is nobody's.
create table if not exists stadtverbund.person (
  id uuid primary key default gen_random_uuid(),
  -- In the one spelling of src/domain/email-address.ts.
  email text not null check (email = lower(email)),
  name text,
  phone text,
  -- BCP 47, of mails
  locale text not null,
  -- What they did: 'notice', 'pledge', …
  purpose text not null,
  created_at timestamptz not null default now(),
  -- The last day, by the city's clock.
  delete_after date not null
);
create index if not exists person_email on stadtverbund.person (email);
create index if not exists person_delete_after on stadtverbund.person (delete_after);

-- Links in mails (src/platform/secret-links). The token is only in the mail; this table has its SHA-256.
create table if not exists stadtverbund.secret_link (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique,
  -- As registered: 'password-reset', 'invitation', …
  purpose text not null,
  -- What it is about, by an id that the purpose understands.
  subject text not null,
  person_id uuid references stadtverbund.person on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  uses_left integer not null check (uses_left >= 0),
  used_at timestamptz,
  -- The last use: what was asked, digested with the token as key, and what was answered, as JSON. The same again gets
  -- the same.
  used_for bytea,
  answer text,
  sent_again_at timestamptz,
  check ((used_at is null) = (used_for is null) and (used_at is null) = (answer is null))
);
create index if not exists secret_link_subject on stadtverbund.secret_link (purpose, subject);
create index if not exists secret_link_person on stadtverbund.secret_link (person_id) where person_id is not null;
create index if not exists secret_link_expires_at on stadtverbund.secret_link (expires_at);

-- Solved challenges (src/platform/challenge), until they would have expired. Unlogged: after a crash each could be used
-- once more, within its hour.
create unlogged table if not exists stadtverbund.spent_challenge (
  nonce text primary key,
  expires_at timestamptz not null
);
create index if not exists spent_challenge_expires_at on stadtverbund.spent_challenge (expires_at);
