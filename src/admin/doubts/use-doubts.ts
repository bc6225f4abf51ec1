import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';

export interface Doubt {
  path: (string | number)[];
  message: string;
}

export interface SavedDocument {
  model: string;
  documentId?: string;
  locale?: string;
  /** Changes with every save, so that the doubts are loaded again. */
  savedAt?: string;
}

export type DoubtsState =
  { phase: 'unsaved' | 'loading' | 'failed' } | { phase: 'loaded'; doubts: readonly Doubt[] };

/** Loads the doubts about a document, again after every save; an outdated answer is dropped. */
export function useDoubts({ model, documentId, locale, savedAt }: SavedDocument) {
  const { get } = useFetchClient();
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<DoubtsState>({ phase: 'loading' });

  useEffect(() => {
    if (!documentId || !savedAt) {
      setState({ phase: 'unsaved' });
      return;
    }
    const request = new AbortController();
    const params = locale ? { contentLocale: locale } : {};
    get<{ data: Doubt[] }>(`/rules/doubts/${model}/${documentId}`, { params, signal: request.signal }).then(
      ({ data }) => setState({ phase: 'loaded', doubts: data.data }),
      () => {
        if (!request.signal.aborted) setState({ phase: 'failed' });
      },
    );
    return () => request.abort();
  }, [get, model, documentId, locale, savedAt, attempt]);

  const reload = useCallback(() => {
    setState({ phase: 'loading' });
    setAttempt((count) => count + 1);
  }, []);

  return { state, reload };
}
