import type { ReactNode } from 'react';
import { useApp } from '../app-context';
import type { Editing } from './editor';
import { fieldId, useForm, useTroublesAt } from './form-context';

/** What is wrong at a place, with the id by which its field refers to it. */
export function Problems({
  id,
  problems,
}: {
  readonly id: string;
  readonly problems: readonly string[];
}): ReactNode {
  if (problems.length === 0) return null;
  return (
    <p className="problem" id={`${id}-problem`}>
      {problems.join(' ')}
    </p>
  );
}

/** What every element for entering a value says of itself. */
export interface FieldProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
}

/** Hint and problems of a field, and how its element refers to them. */
export function useFieldProps({ field, path }: Pick<Editing, 'field' | 'path'>): {
  readonly props: FieldProps;
  readonly problems: readonly string[];
} {
  const form = useForm();
  const id = fieldId(form, path);
  const problems = useTroublesAt(path);
  const described = [field.help ? `${id}-hint` : '', problems.length > 0 ? `${id}-problem` : '']
    .filter((part) => part !== '')
    .join(' ');
  return {
    problems,
    props: {
      id,
      'aria-describedby': described || undefined,
      'aria-invalid': problems.length > 0 || undefined,
      'aria-required': field.required || undefined,
    },
  };
}

export function Hint({ id, text }: { readonly id: string; readonly text: string | undefined }): ReactNode {
  if (!text) return null;
  return (
    <p className="hint" id={`${id}-hint`}>
      {text}
    </p>
  );
}

/** What a field is called, and whether it may be left out; of parts of a group that is said of the group. */
export function LabelText({ field, path }: Pick<Editing, 'field' | 'path'>): ReactNode {
  const { words } = useApp();
  return (
    <>
      {field.label}
      {!field.required && path.length === 1 && <span className="optional"> {words.form.optional}</span>}
    </>
  );
}

/** A label, a hint, what is wrong, and the element with which it is entered. */
export function FieldFrame({
  editing,
  children,
}: {
  readonly editing: Pick<Editing, 'field' | 'path'>;
  readonly children: (props: FieldProps) => ReactNode;
}): ReactNode {
  const { props, problems } = useFieldProps(editing);
  return (
    <div className="field">
      <label htmlFor={props.id}>
        <LabelText {...editing} />
      </label>
      <Hint id={props.id} text={editing.field.help} />
      <Problems id={props.id} problems={problems} />
      {children(props)}
    </div>
  );
}

/** Several elements under one name. */
export function FieldGroup({
  editing,
  children,
}: {
  readonly editing: Pick<Editing, 'field' | 'path'>;
  readonly children: ReactNode;
}): ReactNode {
  const { props, problems } = useFieldProps(editing);
  return (
    <fieldset className="group" id={props.id} tabIndex={-1} aria-describedby={props['aria-describedby']}>
      <legend>
        <LabelText {...editing} />
      </legend>
      <Hint id={props.id} text={editing.field.help} />
      <Problems id={props.id} problems={problems} />
      {children}
    </fieldset>
  );
}
