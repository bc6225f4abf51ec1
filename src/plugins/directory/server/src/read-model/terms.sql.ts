/** The names of categories and districts, in all languages. */
export const TERMS = `
  select 'category' as kind, slug, locale, name, terms, osm_tags
    from categories where slug = any(:categories)
  union all
  select 'district', slug, locale, name, null, null
    from districts where slug = any(:districts)`;

/** The services that public children (offers) add to their parents. */
export const ADDED_SERVICES = `
  select parent_id, array_agg(distinct service order by service) as services
    from stadtverbund.listing, unnest(services) as service
   where parent_id = any(:documents) and (public_until is null or public_until > :now)
   group by parent_id`;
