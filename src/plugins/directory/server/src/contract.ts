import type { Core } from '@strapi/strapi';
import type { PlainAnswer, PlainRequest } from '#src/response-cache/index';

// For other plugins: what pages show.
export {
  allListings,
  draftShown,
  listingShown,
  searchShown,
  type HitShown,
  type ListingShown,
  type SearchShown,
} from './search/for-pages';

// How listings are sorted, for the page that says so.
export { ORDERS, POINTS, SORTS, sortOfList, type Criterion, type Sort } from './domain/ranking';

/** One endpoint of the directory. */
export interface Endpoint {
  /** Matched against the whole path. */
  readonly path: RegExp;
  /** @throws Refusal if it cannot be answered */
  answer(strapi: Core.Strapi, request: PlainRequest, now: Date, match: RegExpExecArray): Promise<PlainAnswer>;
}
