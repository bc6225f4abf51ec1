import { Page } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { useParams } from 'react-router-dom';
import { FailureNote, Loading } from '#src/admin/components/notes';
import { useLoaded } from '#src/admin/components/use-loaded';
import { useFeedApi } from '../api/use-feed-api';
import { PortalForm } from '../form/portal-form';

/** The form for a new or an existing portal. Not polled, so that nothing changes while someone is typing. */
export function PortalFormPage() {
  const { documentId } = useParams();
  const api = useFeedApi();
  const load = useCallback(
    async (signal: AbortSignal) => {
      const [choices, portal] = await Promise.all([
        api.choices(signal),
        documentId ? api.portal(documentId, signal) : null,
      ]);
      return { choices, portal };
    },
    [api, documentId],
  );
  const { value, failure, reload } = useLoaded(load);
  return (
    <Page.Main>
      {failure && <FailureNote failure={failure} onRetry={reload} />}
      {!value && !failure && <Loading />}
      {value && <PortalForm key={documentId ?? 'new'} api={api} {...value} />}
    </Page.Main>
  );
}
