import { Checkbox } from '@strapi/design-system';
import { useCallback } from 'react';
import { useAnnounce } from '#src/admin/components/use-announce';
import { useLoaded } from '#src/admin/components/use-loaded';
import type { ModerationApi } from '../api/use-moderation-api';
import { useText } from '../translations/use-text';

/** Whether the editor gets the daily mail about what waits. */
export function DailyMail({ api }: { api: ModerationApi }) {
  const text = useText();
  const { done, failed } = useAnnounce();
  const { value, reload } = useLoaded(useCallback((signal: AbortSignal) => api.digest(signal), [api]));
  if (!value) return null;
  const choose = async (wanted: boolean): Promise<void> => {
    try {
      await api.chooseDigest(wanted);
      done(text(wanted ? 'digest.on' : 'digest.off'));
    } catch (error) {
      failed(error);
    }
    reload();
  };
  return (
    <Checkbox checked={value.wanted} onCheckedChange={(checked) => void choose(checked === true)}>
      {text('digest.label')}
    </Checkbox>
  );
}
