export type { Entry, Listing, ListingFacts } from './domain/listing';
export { listingUrl } from './listing-url';
export { loadListings, readListings } from './load-listings';
