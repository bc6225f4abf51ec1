import { useCallback, useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { failureOf } from '#src/admin/components/failure';
import type { ModerationApi } from '../api/use-moderation-api';
import { useAnnounce } from '#src/admin/components/use-announce';
import { nextSubmission } from '../domain/next-submission';
import { useText } from '../translations/use-text';
import { asksForNext } from '../domain/next-key';

/** Calls back when the key N is pressed outside fields and dialogs. */
export function useNextKey(onNext: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const target = event.target instanceof HTMLElement ? event.target : document.body;
      const typed = {
        tagName: target.tagName,
        isContentEditable: target.isContentEditable,
        role: target.getAttribute('role'),
        inDialog: document.querySelector('[role="dialog"], [role="alertdialog"]') !== null,
      };
      if (asksForNext(event, typed)) onNext();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [onNext]);
}

// The most that the route returns at once; an editor who works through more starts again at the oldest.
const QUEUE = 100;

/** Opens the next waiting submission of the kind that the queue was filtered by. */
export function useNext(api: ModerationApi, current: number): () => Promise<void> {
  const navigate = useNavigate();
  const { search } = useLocation();
  const text = useText();
  const { done, failed } = useAnnounce();
  return useCallback(async () => {
    const contentType = new URLSearchParams(search).get('contentType') ?? '';
    try {
      const { data } = await api.submissions({ state: 'submitted', contentType, page: 1, pageSize: QUEUE });
      const next = nextSubmission(
        data.map(({ id }) => id),
        current,
      );
      if (next === undefined) done(text('review.next.none'));
      else navigate({ pathname: `/plugins/moderation/submissions/${next}`, search });
    } catch (error) {
      if (failureOf(error)) failed(error);
    }
  }, [api, current, navigate, search, text, done, failed]);
}
