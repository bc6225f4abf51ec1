import { adminApi, type StrapiApp } from '@strapi/strapi/admin';
import { changeBulkActions } from './bulk-actions';
import { changeDocumentActions, type Reload } from './document-actions';
import { readOnlyLayout } from './read-only';
import { StatePanel } from './state-panel';
import { contentManagerOf } from '#src/admin/strapi/panel';

const EDIT_VIEW_LAYOUT = 'Admin/CM/pages/EditView/mutate-edit-view-layout';

/** Makes Strapi's forms and lists offer only what moderation allows. The server refuses the rest anyway. */
export function addDesk(app: StrapiApp, storeOf: () => StrapiApp['store']): void {
  const { apis } = contentManagerOf(app);
  const reload: Reload = (model, documentIds) => {
    // The tag types of the content manager are added at run time; the types of the base API do not know them.
    const tags = [`${model}_LIST`, ...documentIds.map((id) => `${model}_${id}`)].map((id) => ({
      type: 'Document',
      id,
    })) as never[];
    storeOf()?.dispatch(adminApi.util.invalidateTags(tags));
  };
  changeDocumentActions(app, reload);
  changeBulkActions(app, reload);
  apis.addEditViewSidePanel((panels) => [StatePanel, ...panels]);
  app.registerHook(EDIT_VIEW_LAYOUT, readOnlyLayout);
}
