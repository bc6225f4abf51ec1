import type { Endpoint } from './contract';

/** Every address below /api/directory; the first that matches answers. */
export const ENDPOINTS: readonly Endpoint[] = [];
