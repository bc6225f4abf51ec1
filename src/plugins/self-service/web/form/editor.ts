import type { FormField } from '@stadtverbund/client';
import type { ReactNode } from 'react';
import type { Path } from '../domain/values';

/** What an editor is handed. It shows what is wrong by `useTroublesAt`, and the form's other values by `useForm`. */
export interface Editing<Value = unknown> {
  /** What the server says of it: label, help, limits. */
  readonly field: FormField;
  readonly path: Path;
  /** As the API gives and takes it; `null`: nothing. */
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
}

/** Edits values of one kind. It names itself by `field.label`, with `fieldId` as the id of what gets the focus. */
export type Editor<Value = unknown> = (editing: Editing<Value>) => ReactNode;
