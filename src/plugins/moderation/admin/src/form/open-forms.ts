import type { FormVersion } from './domain/three-way';
import type { ChangedBy, ChangedField } from '#src/plugins/moderation/server/src/panel-contract';

/** The arguments of the content manager's endpoints that identify a form. */
export interface FormName {
  readonly collectionType?: string;
  readonly model: string;
  readonly documentId?: string | undefined;
  readonly sourceId?: string | undefined;
  readonly params?: { readonly locale?: string | string[]; readonly status?: string } | undefined;
}

export type FormKey = string;

/** One form: a document in one language, a new one, or a copy. */
export function formKey({ collectionType, model, documentId, sourceId, params }: FormName): FormKey {
  const document = collectionType === 'single-types' ? 'single' : (documentId ?? 'create');
  return [model, sourceId ? `copy of ${sourceId}` : document, params?.locale ?? ''].join('/');
}

/** The outcome of a form's write. */
export type Outcome =
  | {
      readonly kind: 'done';
      readonly endpoint: string;
      readonly version: FormVersion | undefined;
      readonly sent: readonly string[] | null;
      readonly merged: readonly { readonly locale: string; readonly field: string }[];
    }
  | {
      readonly kind: 'changed-meanwhile';
      readonly endpoint: string;
      readonly changes: readonly ChangedField[];
      readonly by: ChangedBy | null;
      /** The version that `changes` leads to. */
      readonly version: FormVersion;
    }
  | { readonly kind: 'failed'; readonly endpoint: string };

/** What an open form provides to the endpoint that writes it. */
export interface OpenForm {
  /** The fields to send; `null` for all if the document is new. */
  readonly typed: () => readonly string[] | null;
  readonly seen: () => FormVersion;
  readonly heard: (outcome: Outcome) => void;
}

const forms = new Map<FormKey, OpenForm>();
const versions = new Map<FormKey, FormVersion>();
const saves = new Map<string, () => unknown>();

export const openForm = (key: FormKey): OpenForm | undefined => forms.get(key);

/** @returns closes it */
export function addForm(key: FormKey, form: OpenForm): () => void {
  forms.set(key, form);
  return () => {
    if (forms.get(key) === form) forms.delete(key);
  };
}

/** The version from the last read of a document, for forms in Strapi's own dialogs. */
export const lastVersion = (key: FormKey): FormVersion | undefined => versions.get(key);
export const noteVersion = (key: FormKey, version: FormVersion): void => void versions.set(key, version);

/** Remembers what the form's button does, to repeat it after a choice. */
export const noteButton = (endpoint: string, key: FormKey, press: () => unknown): void =>
  void saves.set(`${endpoint} ${key}`, press);
export const pressButton = (endpoint: string, key: FormKey): unknown => saves.get(`${endpoint} ${key}`)?.();
