-- What an import made of a source record, so that the next one can tell what has changed there. An editor's change to a
-- listing is never undone by a record that has not changed in the source.
create table if not exists stadtverbund.import_ledger (
  type text not null,
  system text not null,
  external_id text not null,
  document_id text not null,
  -- documents created along with it (offers, campaigns): part name to documentId
  parts jsonb not null default '{}',
  record jsonb not null,
  imported_at timestamptz not null default now(),
  primary key (type, system, external_id)
);
