import { Page } from '@strapi/strapi/admin';
import { Route, Routes, useParams } from 'react-router-dom';
import { REVIEW } from '../permissions';
import { QueuePage } from './queue-page';
import { useCallback } from 'react';
import { useLoaded } from '#src/admin/components/use-loaded';
import { useModerationApi } from '../api/use-moderation-api';
import { FailureNote, Loading } from '#src/admin/components/notes';
import { Review } from '../review/review';

/** One submission. Keyed by its id, so that no state remains when the next is opened. */
function ReviewPage() {
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

/** The pages below /plugins/moderation, for those who may review. */
export default function ModerationPages() {
  return (
    <Page.Protect permissions={REVIEW}>
      <Routes>
        <Route index element={<QueuePage />} />
        <Route path="submissions/:id" element={<ReviewPage />} />
        <Route path="*" element={<Page.Error />} />
      </Routes>
    </Page.Protect>
  );
}
