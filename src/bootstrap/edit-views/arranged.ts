import type { StoredView } from '../../domain/edit-view-decision';
import type { EditView } from './edit-view';

interface Metadata {
  edit: Record<string, unknown>;
  list: Record<string, unknown>;
}

// Fits on a screen without much scrolling; Strapi offers 10, 20, 50 and 100.
const PAGE_SIZE = 20;

/**
 * The stored view with our arrangement applied; labels and everything else are unchanged. An attribute that our data
 * does not list yet keeps a row at the end, since attributes without a row are invisible to editors.
 */
export function arranged(stored: StoredView, view: EditView): StoredView {
  const [defaultSortBy, defaultSortOrder] = view.sort ?? [view.mainField, 'ASC'];
  return {
    settings: {
      ...stored.settings,
      mainField: view.mainField,
      defaultSortBy,
      defaultSortOrder,
      pageSize: PAGE_SIZE,
    },
    metadatas: withReadOnly(stored.metadatas as Record<string, Metadata>, view.readOnly ?? []),
    layouts: {
      edit: [...rowsOf(view), ...rowsWithout(stored, view)],
      list: view.list ?? stored.layouts.list,
    },
  };
}

type Rows = StoredView['layouts']['edit'];

function rowsOf(view: EditView): Rows {
  return view.edit.map((row) => Object.entries(row).map(([name, size]) => ({ name, size })));
}

function rowsWithout({ layouts }: StoredView, view: EditView): Rows {
  const named = new Set(view.edit.flatMap((row) => Object.keys(row)));
  return layouts.edit
    .map((row) => row.filter(({ name }) => !named.has(name)))
    .filter((row) => row.length > 0);
}

function withReadOnly(
  metadatas: Record<string, Metadata>,
  readOnly: readonly string[],
): Record<string, Metadata> {
  return Object.fromEntries(
    Object.entries(metadatas).map(([name, metadata]) => [
      name,
      readOnly.includes(name) ? { ...metadata, edit: { ...metadata.edit, editable: false } } : metadata,
    ]),
  );
}
