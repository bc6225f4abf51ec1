/**
 * A slug identifies one document of its type, in all its locales and versions. Generation takes a lock and never
 * violates the constraint, which is for all paths below the document service. `document_id` is an expression so that
 * the index serves only this constraint: PostgreSQL used the index of the plain column for lookups by document_id,
 * reading all of its leaves (2 ms each at 100,000 businesses, 0.01 ms with Strapi's own).
 * @param table of a content type with slugs; the name comes from Strapi
 */
export const oneSlugSql = (table: string): string => `
  do $$ begin
    if exists (select from pg_constraint where conname = '${table}_one_slug_one_document'
                 and pg_get_constraintdef(oid) not like '%||%') then
      alter table "${table}" drop constraint "${table}_one_slug_one_document";
    end if;
    if not exists (select from pg_constraint where conname = '${table}_one_slug_one_document') then
      alter table "${table}" add constraint "${table}_one_slug_one_document"
        exclude using gist (slug with =, (document_id || '') with <>);
    end if;
  end $$`;
