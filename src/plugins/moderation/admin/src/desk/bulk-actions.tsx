import { useTable, type StrapiApp } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import { wrapActions } from '#src/admin/strapi/patches/index';
import { useText } from '../translations/use-text';
import { DeleteDialog } from './delete-dialog';
import type { Reload } from './document-actions';
import { PublishDialog } from './publish-dialog';
import { TakeDownDialog } from './take-down-dialog';
import { useDialog } from './use-dialog';

interface ListProps {
  readonly model: string;
  readonly documents: readonly { readonly documentId: string; readonly status?: string }[];
}

interface Description {
  readonly label: string;
  readonly dialog?: { readonly content: (props: { onClose: () => void }) => ReactNode };
  readonly [key: string]: unknown;
}

/** A component that describes an action on the chosen rows of a list; Strapi calls it like a hook. */
interface BulkAction {
  (props: ListProps): Description | null;
  type?: string;
}

/** What a dialog about the selected rows needs; afterwards the selection is cleared. */
function useChosen({ model, documents }: ListProps, reload: Reload) {
  const selectRow = useTable('stadtverbund', (state) => state.selectRow);
  const documentIds = documents.map(({ documentId }) => documentId);
  const onDone = (): void => {
    selectRow([]);
    reload(model, documentIds);
  };
  return { model, documentIds, onDone };
}

// Strapi's own dialog shows only the number, and only if the list says "published".
const isDraft = ({ status }: { status?: string }): boolean => status === 'draft';

const takingDown = (original: BulkAction, reload: Reload): BulkAction =>
  function TakeDown(props) {
    const text = useText();
    const chosen = useChosen(props, reload);
    // It tells whether the user may, if one of the rows is published.
    const published = props.documents.map((document) => ({ ...document, status: 'published' }));
    const described = original({ ...props, documents: published });
    const content = useDialog((onClose) => <TakeDownDialog {...chosen} onClose={onClose} />);
    if (!described || props.documents.every(isDraft)) return null;
    const title = text('take-down.confirm');
    return { ...described, label: text('take-down.open'), dialog: { type: 'modal', title, content } };
  };

const deleting = (original: BulkAction, reload: Reload): BulkAction =>
  function Delete(props) {
    const text = useText();
    const chosen = useChosen(props, reload);
    const described = original(props);
    const content = useDialog((onClose) => <DeleteDialog {...chosen} onClose={onClose} />);
    if (!described || !props.model.startsWith('api::')) return described;
    const title = text('delete.confirm');
    return { ...described, label: text('delete.open'), dialog: { type: 'modal', title, content } };
  };

/** Keeps what the server would refuse out of the dialog; other plugins' actions are unchanged. */
const publishing = (original: BulkAction): BulkAction =>
  function Publish(props) {
    const described = original(props);
    const { model, documents } = props;
    const content = useDialog((onClose) => (
      <PublishDialog
        model={model}
        documents={documents}
        useOriginal={(rows) => original({ model, documents: rows })?.dialog?.content ?? null}
        onClose={onClose}
      />
    ));
    // Unlike Strapi's other actions, this one can only be recognised by its description.
    if (described?.actionType !== 'publish' || !model.startsWith('api::')) return described;
    return { ...described, dialog: { ...described.dialog, content } };
  };

/** Strapi's bulk actions, as they are offered here. */
export function changeBulkActions(app: StrapiApp, reload: Reload): void {
  const changes: Readonly<Record<string, (original: BulkAction) => BulkAction>> = {
    unpublish: (original) => takingDown(original, reload),
    delete: (original) => deleting(original, reload),
  };
  const around = (original: BulkAction): BulkAction => (changes[original.type ?? ''] ?? publishing)(original);
  wrapActions(app, 'addBulkAction', around, Object.keys(changes));
}
