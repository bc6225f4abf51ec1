import type { Endpoint } from './contract';
import { searchEndpoint } from './search/search-endpoint';

/** Every address below /api/directory; the first that matches answers. */
export const ENDPOINTS: readonly Endpoint[] = [searchEndpoint];
