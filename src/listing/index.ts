export type { Entry, Listing, ListingFacts } from './domain/listing';
export { listingUrl } from './listing-url';
export { draftListing } from './draft-listing';
export { loadListings, readListings } from './load-listings';
