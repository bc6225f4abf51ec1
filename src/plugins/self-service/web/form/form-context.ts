import type { FormField } from '@stadtverbund/client';
import { createContext, useContext } from 'react';
import { isWithin, type Path, type Values } from '../domain/values';
import type { Editor } from './editor';

/** One thing that is wrong with a form, and where. */
export interface FieldTrouble {
  /** As in refusals of the city: `['hours', 0, 'rule']`; empty if it is about the whole. */
  readonly path: Path;
  readonly message: string;
}

/** What the editors have said about some fields. */
export interface Remark {
  readonly about: readonly string[];
  readonly message: string;
}

/** The form around a field. */
export interface FormFacts {
  /** Begins the ids of its fields. */
  readonly id: string;
  /** What the editors have said, and the fields that it is about. */
  readonly remark: Remark | undefined;
  /** What is entered in all fields, as the API takes and gives it. */
  readonly values: Values;
  readonly troubles: readonly FieldTrouble[];
  /** Enters a value; `null` empties the field. */
  readonly set: (path: Path, value: unknown) => void;
  /** The editor for a field, by its kind. */
  readonly editorOf: (field: FormField) => Editor<never>;
}

const Context = createContext<FormFacts | undefined>(undefined);

export const FormProvider = Context.Provider;

export function useForm(): FormFacts {
  const form = useContext(Context);
  if (!form) throw new Error('There is no form around it.');
  return form;
}

/** The id of the element with which a value is entered. */
export const fieldId = (form: Pick<FormFacts, 'id'>, path: Path): string => [form.id, ...path].join('-');

/**
 * What is wrong with a field.
 * @param path of it
 * @param within whether what is wrong with the parts of it counts, for editors that do not show it at the part
 */
export function useTroublesAt(path: Path, { within = false } = {}): readonly string[] {
  return useForm()
    .troubles.filter(
      (trouble) => isWithin(trouble.path, path) && (within || trouble.path.length === path.length),
    )
    .map(({ message }) => message);
}
