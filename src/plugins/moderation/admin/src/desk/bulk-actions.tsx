import { useTable } from '@strapi/strapi/admin';
import { useText } from '../translations/use-text';
import { DeleteDialog } from './delete-dialog';
import type { Reload } from './document-actions';
import { TakeDownDialog } from './take-down-dialog';
import { useDialog } from './use-dialog';

interface ListProps {
  readonly model: string;
  readonly documents: readonly { readonly documentId: string; readonly status?: string }[];
}

interface Description {
  readonly label: string;
  readonly [key: string]: unknown;
}

/** A component that describes an action on the chosen rows of a list; Strapi calls it like a hook. */
export interface BulkAction {
  (props: ListProps): Description | null;
  type?: string;
}

const like = (original: BulkAction, changed: BulkAction): BulkAction =>
  Object.assign(changed, { type: original.type });

// Strapi's own asks for the number alone, and only where the list says "published".
const isDraft = ({ status }: { status?: string }): boolean => status === 'draft';

const takingDown = (original: BulkAction, reload: Reload): BulkAction =>
  like(original, function TakeDown(props) {
    const text = useText();
    const selectRow = useTable('TakeDown', (state) => state.selectRow);
    // It says whether the user may, if one of the rows is published.
    const published = props.documents.map((document) => ({ ...document, status: 'published' }));
    const described = original({ ...props, documents: published });
    const { model, documents } = props;
    const documentIds = documents.map(({ documentId }) => documentId);
    const content = useDialog((onClose) => (
      <TakeDownDialog
        model={model}
        documentIds={documentIds}
        onDone={() => {
          selectRow([]);
          reload(model, documentIds);
        }}
        onClose={onClose}
      />
    ));
    if (!described || documents.every(isDraft)) return null;
    return {
      ...described,
      label: text('take-down.open'),
      dialog: {
        type: 'modal',
        title: text('take-down.confirm'),
        content,
      },
    };
  });

const deleting = (original: BulkAction, reload: Reload): BulkAction =>
  like(original, function Delete(props) {
    const text = useText();
    const selectRow = useTable('Delete', (state) => state.selectRow);
    const described = original(props);
    const { model, documents } = props;
    const documentIds = documents.map(({ documentId }) => documentId);
    const content = useDialog((onClose) => (
      <DeleteDialog
        model={model}
        documentIds={documentIds}
        onDone={() => {
          selectRow([]);
          reload(model, documentIds);
        }}
        onClose={onClose}
      />
    ));
    if (!described || !model.startsWith('api::')) return described;
    return {
      ...described,
      label: text('delete.open'),
      dialog: {
        type: 'modal',
        title: text('delete.confirm'),
        content,
      },
    };
  });

/** Strapi's actions on several rows, as they are offered here. */
export function deskBulkAction(original: BulkAction, reload: Reload): BulkAction {
  if (original.type === 'unpublish') return takingDown(original, reload);
  return original.type === 'delete' ? deleting(original, reload) : original;
}
