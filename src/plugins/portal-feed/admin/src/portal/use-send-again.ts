import { useCallback, useState } from 'react';
import { useAnnounce } from '#src/admin/parts/use-announce';
import type { DeliveryItem } from '#src/plugins/portal-feed/server/src/contract';
import type { FeedApi } from '../api/use-feed-api';
import { useText } from '../translations/use-text';

/**
 * Sends a delivery again and says so; `sending` is its id while the server is asked.
 * @param onDone gets what is being sent: another delivery where the entry has changed since; `null` when refused
 */
export function useSendAgain(api: FeedApi, onDone: (sent: DeliveryItem | null) => void) {
  const text = useText();
  const { done, failed } = useAnnounce();
  const [sending, setSending] = useState<string | null>(null);
  const ask = useCallback(
    async (id: string): Promise<void> => {
      setSending(id);
      try {
        const sent = await api.sendAgain(id);
        done(text('done.send-again'));
        onDone(sent);
      } catch (error) {
        failed(error);
        onDone(null);
      } finally {
        setSending(null);
      }
    },
    [api, done, failed, onDone, text],
  );
  return { sendAgain: (id: string): void => void ask(id), sending };
}
