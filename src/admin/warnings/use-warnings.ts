import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';

export interface Warning {
  path: (string | number)[];
  message: string;
}

export interface SavedDocument {
  model: string;
  documentId?: string;
  locale?: string;
  /** Changes with every save, so that the warnings are loaded again. */
  savedAt?: string;
}

export type WarningsState =
  { phase: 'unsaved' | 'loading' | 'failed' } | { phase: 'loaded'; warnings: readonly Warning[] };

/** Loads the warnings about a document, again after every save; an outdated answer is dropped. */
export function useWarnings({ model, documentId, locale, savedAt }: SavedDocument) {
  const { get } = useFetchClient();
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<WarningsState>({ phase: 'loading' });

  useEffect(() => {
    if (!documentId || !savedAt) {
      setState({ phase: 'unsaved' });
      return;
    }
    const request = new AbortController();
    const params = locale ? { contentLocale: locale } : {};
    get<{ data: Warning[] }>(`/rules/doubts/${model}/${documentId}`, { params, signal: request.signal }).then(
      ({ data }) => setState({ phase: 'loaded', warnings: data.data }),
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
