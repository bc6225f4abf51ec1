import type { FieldPath } from '../../domain/field-labels';
import {
  contentAttributes,
  isEntry,
  type Entry,
  type GetModel,
  type Model,
} from '../../platform/strapi/schema';

const rowsIn = (value: unknown, path: FieldPath): [Entry, FieldPath][] => {
  if (!Array.isArray(value)) return isEntry(value) ? [[value, path]] : [];
  return value.flatMap((row: unknown, index) =>
    isEntry(row) ? [[row, [...path, index]] as [Entry, FieldPath]] : [],
  );
};

export interface Component {
  readonly uid: string;
  readonly entry: Entry;
  readonly path: FieldPath;
}

/** The components of an entry at any depth. */
export const componentsIn = (model: Model, entry: Entry, path: FieldPath, getModel: GetModel): Component[] =>
  contentAttributes(model)
    .filter(([, { type }]) => type === 'component')
    .flatMap(([name, { component: uid = '' }]) =>
      rowsIn(entry[name], [...path, name]).flatMap(([row, rowPath]) => [
        { uid, entry: row, path: rowPath },
        ...componentsIn(getModel(uid), row, rowPath, getModel),
      ]),
    );
