export type { Entry, Listing, ListingFacts } from './listing';
export { listingUrl } from './listing-url';
export { loadListings } from './load-listings';
