import { useCallback } from 'react';
import { useLoaded } from '#src/admin/parts/use-loaded';
import { useModerationApi } from '../api/use-moderation-api';

/** What the chosen documents are, asked once for each choice. */
export function useChosenEntries(model: string, documentIds: readonly string[]) {
  const api = useModerationApi();
  const ids = documentIds.join(' ');
  const load = useCallback(
    (signal: AbortSignal) => api.chosen(model, ids.split(' '), signal),
    [api, model, ids],
  );
  return useLoaded(load);
}
