-- Tables of the self-service plugin. Accounts are referred to by id, businesses by document id; there are no foreign
-- keys to Strapi's tables, because publishing deletes and inserts rows there.

-- Who uploaded a file: only that account may use it in a document.
create table if not exists stadtverbund.upload_owner (
  file_id integer primary key,
  account_id integer not null,
  created_at timestamptz not null default now()
);
create index if not exists upload_owner_account on stadtverbund.upload_owner (account_id);

-- Invitations to manage a business. The token is only in the mail; this table has its SHA-256.
create table if not exists stadtverbund.invitation (
  id uuid primary key default gen_random_uuid(),
  business text not null,
  email text not null check (email = lower(email)),
  token_hash text not null unique,
  invited_by integer not null,
  created_at timestamptz not null default now(),
  ends_at timestamptz not null,
  accepted_by integer,
  accepted_at timestamptz,
  check ((accepted_by is null) = (accepted_at is null))
);
create index if not exists invitation_business on stadtverbund.invitation (business);
