import { useCallback } from 'react';
import type { ReasonTemplate } from '#src/plugins/moderation/server/src/panel-contract';
import { useLoaded, type Loaded } from '#src/admin/components/use-loaded';
import type { ModerationApi } from '../api/use-moderation-api';

/** The reason templates for editors to choose from. */
export function useTemplates(api: ModerationApi): Loaded<readonly ReasonTemplate[]> {
  return useLoaded(useCallback((signal: AbortSignal) => api.templates(signal), [api]));
}
