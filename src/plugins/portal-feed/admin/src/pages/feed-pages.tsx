import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { MANAGE, READ } from '../permissions';
import { PortalFormPage } from './portal-form-page';
import { PortalPage } from './portal-page';
import { PortalsPage } from './portals-page';

/** The pages below /plugins/portal-feed. */
export default function FeedPages() {
  const form = (
    <Page.Protect permissions={MANAGE}>
      <PortalFormPage />
    </Page.Protect>
  );
  return (
    <Page.Protect permissions={READ}>
      <Routes>
        <Route index element={<PortalsPage />} />
        <Route path="new" element={form} />
        <Route path=":documentId" element={<PortalPage />} />
        <Route path=":documentId/edit" element={form} />
        <Route path="*" element={<Page.Error />} />
      </Routes>
    </Page.Protect>
  );
}
