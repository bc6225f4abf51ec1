import { adminApi, type StrapiApp } from '@strapi/strapi/admin';
import { deskBulkAction, type BulkAction } from './bulk-actions';
import { deskAction, type Action, type Reload } from './document-actions';
import { readOnlyLayout } from './read-only';
import { StatePanel } from './state-panel';

const EDIT_VIEW_LAYOUT = 'Admin/CM/pages/EditView/mutate-edit-view-layout';

interface Apis {
  addDocumentAction(change: (actions: Action[]) => Action[]): void;
  addBulkAction(change: (actions: BulkAction[]) => BulkAction[]): void;
  addEditViewSidePanel(change: (panels: unknown[]) => unknown[]): void;
}

/** Makes Strapi's forms and lists offer only what moderation allows. The server refuses the rest anyway. */
export function addDesk(app: StrapiApp, storeOf: () => StrapiApp['store']): void {
  const { apis } = app.getPlugin('content-manager') as unknown as { apis: Apis };
  const reload: Reload = (model, documentIds) => {
    // The tag types of the content manager are added at run time; the types of the base API do not know them.
    const tags = [`${model}_LIST`, ...documentIds.map((id) => `${model}_${id}`)].map((id) => ({
      type: 'Document',
      id,
    })) as never[];
    storeOf()?.dispatch(adminApi.util.invalidateTags(tags));
  };
  apis.addDocumentAction((actions) => actions.map((action) => deskAction(action, reload)));
  apis.addBulkAction((actions) => actions.map((action) => deskBulkAction(action, reload)));
  apis.addEditViewSidePanel((panels) => [StatePanel, ...panels]);
  app.registerHook(EDIT_VIEW_LAYOUT, readOnlyLayout);
}
