import { useCallback, useState } from 'react';
import { useAnnounce } from '../../../../../admin/parts/use-announce';
import type { FeedApi } from '../api/use-feed-api';
import { useText } from '../translations/use-text';

/** Sends a delivery again and says so; `sending` is its id while the server is asked. */
export function useSendAgain(api: FeedApi, onDone: () => void) {
  const text = useText();
  const { done, failed } = useAnnounce();
  const [sending, setSending] = useState<string | null>(null);
  const ask = useCallback(
    async (id: string): Promise<void> => {
      setSending(id);
      try {
        await api.sendAgain(id);
        done(text('done.send-again'));
      } catch (error) {
        failed(error);
      } finally {
        setSending(null);
        onDone();
      }
    },
    [api, done, failed, onDone, text],
  );
  return { sendAgain: (id: string): void => void ask(id), sending };
}
