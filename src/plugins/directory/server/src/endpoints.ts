import type { Endpoint } from './contract';
import { csvEndpoint } from './search/csv-endpoint';
import { listingEndpoint } from './search/listing-endpoint';
import { searchEndpoint } from './search/search-endpoint';
import { suggestEndpoint } from './search/suggest-endpoint';
import { openingHoursEndpoint } from './search/opening-hours-endpoint';
import { mapEndpoint } from './map-and-stats/map-endpoint';
import { statsEndpoint } from './map-and-stats/stats-endpoint';

/** Every endpoint below /api/directory; the first match answers. */
export const ENDPOINTS: readonly Endpoint[] = [
  searchEndpoint,
  suggestEndpoint,
  listingEndpoint,
  csvEndpoint,
  mapEndpoint,
  statsEndpoint,
  openingHoursEndpoint,
];
