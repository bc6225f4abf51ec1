/**
 * Whether hours are open at a moment (null: perhaps), when they open or close next as far as that is known, and when either
 * of both changes.
 * @param hours the `from` of a query, with the rows of `stadtverbund.opening_hours` as `o`
 * @param at the moment
 */
export const hoursStateSql = (hours: string, at: string): string => `
  select case when o.unknown @> ${at} then null else o.open @> ${at} end as open_now,
    -- After an open end it may be open: nobody has said when it closes.
    case when o.open @> ${at} and o.unknown @> o.changes then null else o.changes end as next_change,
    least(o.changes, o.doubt_changes) as changes_at
  from (
    select o.open, o.unknown, stadtverbund.next_change(o.open, ${at}, o.until) as changes,
      stadtverbund.next_change(o.unknown, ${at}, o.until) as doubt_changes
    from ${hours}
    -- Not worked out again for each column.
    offset 0) o`;
