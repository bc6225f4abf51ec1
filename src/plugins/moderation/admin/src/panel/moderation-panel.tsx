import { useRBAC } from '@strapi/strapi/admin';
import { useSchemas } from '../api/use-schemas';
import { Note } from '#src/admin/components/notes';
import { REVIEW } from '../permissions';
import { useText } from '../translations/use-text';
import { DocumentState } from './document-state';

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
