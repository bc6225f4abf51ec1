import { useEffect, useState } from 'react';
import type { Viewer } from '#src/plugins/moderation/server/src/panel-contract';
import { failureOf } from '#src/admin/components/failure';
import type { ModerationApi } from '../api/use-moderation-api';

// The server forgets anyone who has not reported for a minute.
const BEAT = 15_000;

/** Reports "I am looking at this" while the page is open and visible, and returns who else is. */
export function useViewers(api: ModerationApi, id: number): readonly Viewer[] {
  const [others, setOthers] = useState<readonly Viewer[]>([]);
  useEffect(() => {
    let here = true;
    const beat = async (): Promise<void> => {
      if (document.visibilityState === 'hidden') return;
      try {
        const present = await api.present(id);
        if (here) setOthers(present);
      } catch (error) {
        // The next beat tries again; no decision depends on it.
        if (failureOf(error) && here) setOthers([]);
      }
    };
    void beat();
    const timer = setInterval(() => void beat(), BEAT);
    return () => {
      here = false;
      clearInterval(timer);
      // If this does not arrive, the server forgets after a minute anyway.
      api.leave(id).catch(failureOf);
    };
  }, [api, id]);
  return others;
}
