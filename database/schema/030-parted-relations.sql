-- A published offer refers to its business by a row in a join table, which is deleted when the business is unpublished.
-- It is stored here until the business is public again (src/writing/steps/relations.ts).
create table if not exists stadtverbund.parted_relation (
  join_table text not null,
  source_id integer not null,
  target_document_id text not null,
  target_locale text not null,
  primary key (join_table, source_id, target_document_id)
);

create index if not exists parted_relation_target
  on stadtverbund.parted_relation (target_document_id, target_locale);
