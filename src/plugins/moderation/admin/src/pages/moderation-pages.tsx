import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { REVIEW } from '../permissions';
import { QueuePage } from './queue-page';
import { ReviewPage } from './review-page';

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
