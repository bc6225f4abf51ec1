import { useCallback } from 'react';
import { useParams } from 'react-router-dom';
import type { ChosenEntry } from '#src/plugins/moderation/server/src/panel-contract';
import { useLoaded } from '#src/admin/components/use-loaded';
import { useModerationApi } from '../api/use-moderation-api';

/** The props of form actions and panels that are used here. */
export interface FormProps {
  readonly model: string;
  readonly documentId?: string;
  readonly document?: {
    readonly updatedAt?: string;
    readonly status?: string;
    readonly locale?: string | null;
  };
  readonly activeTab?: 'draft' | 'published' | null;
}

// Buttons and panels of one form ask for the same thing at the same time.
const asked = new Map<string, Promise<ChosenEntry | null>>();
const KEPT = 10;

/**
 * What editors need to know about the document in the form; `null` until it is known, in lists, and for a new document.
 * One request for all callers, and another after each change.
 */
export function useDesk({ model, documentId, document }: FormProps): ChosenEntry | null {
  const api = useModerationApi();
  // Strapi also creates the actions for every row of a list.
  const { id } = useParams();
  const wanted = documentId && id === documentId && model.startsWith('api::') ? documentId : undefined;
  const key = [model, wanted, document?.updatedAt, document?.status].join(' ');
  const load = useCallback((): Promise<ChosenEntry | null> => {
    if (!wanted) return Promise.resolve(null);
    const known = asked.get(key);
    if (known) return known;
    const answer = api.chosen(model, [wanted]).then(([entry]) => entry ?? null);
    answer.catch(() => asked.delete(key));
    asked.set(key, answer);
    const oldest = asked.keys().next().value;
    if (asked.size > KEPT && oldest !== undefined) asked.delete(oldest);
    return answer;
  }, [api, key, model, wanted]);
  return useLoaded(load).value;
}
