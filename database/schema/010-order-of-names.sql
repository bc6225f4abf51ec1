-- The order of names by DIN 5007-1, as in lexicons: ä counts as a, ö as o, ü as u and ß as ss; case and accents decide
-- only between equals. (Variant 2, ä as ae, is for lists of persons.) An ICU collation of our own, so that the order does not
-- depend on how the database was made.
create collation if not exists stadtverbund.din_5007 (provider = icu, locale = 'de-u-co-standard');

-- Another release of ICU, after an upgrade of the system, may sort otherwise: what is sorted by it is built again.
do $$
declare
  sorted regclass;
begin
  if exists (
    select from pg_collation
    where oid = 'stadtverbund.din_5007'::regcollation
      and collversion is distinct from pg_collation_actual_version(oid)
  ) then
    for sorted in
      select distinct d.objid::regclass from pg_depend d join pg_class c on c.oid = d.objid and c.relkind = 'i'
      where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_collation'::regclass
        and d.refobjid = 'stadtverbund.din_5007'::regcollation
    loop
      execute format('reindex index %s', sorted);
    end loop;
    alter collation stadtverbund.din_5007 refresh version;
  end if;
end $$;
