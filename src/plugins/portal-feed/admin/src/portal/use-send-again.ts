import { useCallback, useState } from 'react';
import { useAnnounce } from '#src/admin/components/use-announce';
import type { DeliveryItem } from '#src/plugins/portal-feed/server/src/contract';
import type { FeedApi } from '../api/use-feed-api';
import { useText } from '../translations/use-text';

/**
 * Sends a delivery again and reports it; `sending` is its id during the request.
 * @param onDone gets the delivery being sent, which is another one if the entry has changed since; `null` if refused
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
