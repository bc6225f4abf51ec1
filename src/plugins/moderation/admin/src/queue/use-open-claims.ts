import { useCallback } from 'react';
import { useClaimsApi } from '../api/use-claims-api';
import { useLoaded } from '#src/admin/components/use-loaded';

/** How many claims are waiting. */
export function useOpenClaims(): { readonly count: number | undefined; readonly reload: () => void } {
  const api = useClaimsApi();
  const load = useCallback((signal: AbortSignal) => api.claims({ state: 'open', page: 1 }, signal), [api]);
  const { value, reload } = useLoaded(load);
  return { count: value?.meta.pagination.total, reload };
}
