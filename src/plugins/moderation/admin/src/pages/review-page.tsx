import { Page } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { useParams } from 'react-router-dom';
import { useLoaded } from '#src/admin/components/use-loaded';
import { useModerationApi } from '../api/use-moderation-api';
import { FailureNote, Loading } from '#src/admin/components/notes';
import { Review } from '../review/review';

/** One submission. Keyed by its id, so that no state remains when the next is opened. */
export function ReviewPage() {
  const { id = '' } = useParams();
  return <Submission key={id} id={Number(id)} />;
}

function Submission({ id }: { id: number }) {
  const api = useModerationApi();
  const load = useCallback((signal: AbortSignal) => api.submission(id, signal), [api, id]);
  const { value, failure, reload } = useLoaded(load);
  return (
    <Page.Main>
      {failure && <FailureNote failure={failure} onRetry={reload} />}
      {!value && !failure && <Loading />}
      {value && <Review api={api} detail={value} onReload={reload} />}
    </Page.Main>
  );
}
