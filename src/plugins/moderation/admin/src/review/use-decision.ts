import { useCallback, useState } from 'react';
import type { ReviewAction } from '#src/plugins/moderation/server/src/domain/transitions';
import type { Grounds } from '#src/plugins/moderation/server/src/contract';
import type { ReviewDetail } from '#src/plugins/moderation/server/src/panel-contract';
import type { ModerationApi } from '../api/use-moderation-api';
import { useAnnounce } from '#src/admin/components/use-announce';
import { useText } from '../translations/use-text';

/** What goes with a decision. */
export interface Said {
  readonly reason: string;
  /** The fields that the reason is about. */
  readonly about: readonly string[];
  readonly grounds: Grounds;
}

interface Outcome {
  readonly busy: boolean;
  /** Whether the version on the page is no longer the current one; nothing was decided then. */
  readonly stale: boolean;
  /** @returns whether it was carried out */
  readonly decide: (action: ReviewAction, said: Said) => Promise<boolean>;
  readonly forget: () => void;
}

const CONFLICT = 409;

/** Decides on the version that is on the page, and shows the outcome. */
export function useDecision(api: ModerationApi, detail: ReviewDetail): Outcome {
  const text = useText();
  const { done, failed } = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [stale, setStale] = useState(false);
  const { id, version, title } = detail;

  const decide = useCallback(
    async (action: ReviewAction, { reason, about, grounds }: Said): Promise<boolean> => {
      setBusy(true);
      try {
        await api.decide(id, action, {
          version,
          ...(reason.trim() === '' ? {} : { reason, about, ...grounds }),
        });
        done(text(`action.${action}.done`, { title: title ?? text('queue.untitled') }));
        return true;
      } catch (error) {
        if (failed(error)?.status === CONFLICT) setStale(true);
        return false;
      } finally {
        setBusy(false);
      }
    },
    [api, id, version, title, text, done, failed],
  );

  const forget = useCallback(() => setStale(false), []);
  return { busy, stale, decide, forget };
}
