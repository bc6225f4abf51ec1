export type { Entry, Listing, ListingFacts } from './listing';
export { listingTypes } from './listing-types';
export { listingUrl } from './listing-url';
export { loadListings } from './load-listings';
