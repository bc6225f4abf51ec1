/**
 * The earliest moments that are still ahead at which what is public changes by time alone: last days of offers and
 * advisory contacts, first days of press notices, starts and ends of campaigns; :now, :today. Each is one step into an index.
 */
export const NEXT_CHANGE_SQL = `
select
  (select min(valid_through)::text from offers where published_at is not null and valid_through >= :today)
    as offer_day,
  (select min(valid_through)::text from advisory_contacts where published_at is not null and valid_through >= :today)
    as contact_day,
  (select min(published_on)::text from press_notices where published_at is not null and published_on > :today)
    as notice_day,
  (select min(starts_at) from campaigns where published_at is not null and starts_at > :now) as campaign_start,
  (select min(ends_at) from campaigns where published_at is not null and ends_at > :now) as campaign_end`;
