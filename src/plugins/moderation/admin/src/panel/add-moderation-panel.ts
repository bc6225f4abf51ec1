import { adminApi, type StrapiApp } from '@strapi/strapi/admin';
import { moderationPanel } from './moderation-panel';
import { contentManagerOf } from '#src/admin/strapi/panel';

/** Adds the state of a document below Strapi's own panels in the side bar of the edit view. */
export function addModerationPanel(app: StrapiApp, storeOf: () => StrapiApp['store']): void {
  const panel = moderationPanel((model, documentId) => reloadForm(storeOf(), model, documentId));
  contentManagerOf(app).apis.addEditViewSidePanel((panels) => [...panels, panel]);
}

/** The form is Strapi's and loads the document again when its tag is invalidated. */
function reloadForm(store: StrapiApp['store'], model: string, documentId: string): void {
  // The tag types of the content manager are added at run time; the types of the base API do not know them.
  const tag = { type: 'Document', id: `${model}_${documentId}` } as never;
  store?.dispatch(adminApi.util.invalidateTags([tag]));
}
