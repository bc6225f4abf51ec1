import { useCallback } from 'react';
import { useLoaded } from '#src/admin/components/use-loaded';
import { useModerationApi } from '../api/use-moderation-api';

/** The selected documents, loaded once per selection. */
export function useChosenEntries(model: string, documentIds: readonly string[]) {
  const api = useModerationApi();
  const ids = documentIds.join(' ');
  const load = useCallback(
    (signal: AbortSignal) => api.chosen(model, ids.split(' '), signal),
    [api, model, ids],
  );
  return useLoaded(load);
}
