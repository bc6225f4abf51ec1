import { useRBAC, adminApi, type StrapiApp } from '@strapi/strapi/admin';
import { useSchemas } from '../api/use-schemas';
import { Note } from '#src/admin/components/notes';
import { REVIEW } from '../permissions';
import { useText } from '../translations/use-text';
import { DocumentState } from './document-state';
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

interface Props {
  readonly model: string;
  readonly documentId?: string;
  readonly document?: { readonly updatedAt?: string };
}

const PERMISSIONS = REVIEW.map((permission) => ({ ...permission }));

/**
 * Side panel of the edit view: the state of a moderated document. Nothing for other types, or without permission.
 * @param reloadForm loads the document in the form again after its publication has changed
 */
export function moderationPanel(reloadForm: (model: string, documentId: string) => void) {
  return function ModerationPanel({ model, documentId, document }: Props) {
    const text = useText();
    const { moderated } = useSchemas();
    const { allowedActions } = useRBAC(PERMISSIONS);
    if (!moderated.includes(model) || !allowedActions.canReview) return null;
    return {
      title: text('panel.title'),
      content: documentId ? (
        <DocumentState
          model={model}
          documentId={documentId}
          savedAt={document?.updatedAt}
          onChanged={() => reloadForm(model, documentId)}
        />
      ) : (
        <Note>{text('panel.unsaved')}</Note>
      ),
    };
  };
}
