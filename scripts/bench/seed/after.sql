-- Ids were assigned explicitly, so every sequence has to continue after them. Then statistics, since we measure plans.
do $$
declare
  owned record;
begin
  for owned in
    select format('%I.%I', n.nspname, t.relname) as own_table, a.attname as own_column,
           pg_get_serial_sequence(format('%I.%I', n.nspname, t.relname), a.attname) as sequence
    from pg_class t
    join pg_namespace n on n.oid = t.relnamespace
    join pg_attribute a on a.attrelid = t.oid and a.attname = 'id'
    where n.nspname = 'public' and t.relkind = 'r'
  loop
    continue when owned.sequence is null;
    execute format('select setval(%L, greatest((select max(%I) from %s), 1))',
                   owned.sequence, owned.own_column, owned.own_table);
  end loop;
end $$;

-- What publishing would have recorded.
insert into stadtverbund.first_publication (uid, document_id, at)
select 'api::business.business', document_id, min(published_at) from public.businesses where published_at is not null group by 2
union all
select 'api::offer.offer', document_id, min(published_at) from public.offers where published_at is not null group by 2
union all
select 'api::campaign.campaign', document_id, min(published_at) from public.campaigns where published_at is not null group by 2
union all
select 'api::advisory-contact.advisory-contact', document_id, min(published_at)
from public.advisory_contacts where published_at is not null group by 2
on conflict do nothing;
