import type { Statement } from './read-pool';

/** A listing, for lists of addresses. */
export interface AddressRow {
  readonly type: string;
  readonly slug: string;
}

// $1 locale, $2 now, $3 the most. Each listing has a row in every locale.
const TEXT = `
  select type, slug from stadtverbund.listing
  where locale = $1 and (public_until is null or public_until > $2::timestamptz)
  order by type, slug
  limit $3`;

export const ALL_LISTINGS: Statement = { name: 'directory-all-listings', text: TEXT };
