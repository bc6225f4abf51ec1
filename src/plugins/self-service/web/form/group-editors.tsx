import type { FormField } from '@stadtverbund/client';
import type { ReactNode } from 'react';
import { useApp } from '../app-context';
import { isValues, type Values } from '../domain/values';
import { Act } from '../parts';
import type { Editing, Editor } from './editor';
import { FieldGroup } from './field-frame';
import { FormFields } from './form-fields';

const innerFields = (field: FormField): readonly FormField[] => field.fields ?? [];

/** Several fields that belong together. */
export const GroupEditor: Editor<Values> = (editing) => (
  <FieldGroup editing={editing}>
    <FormFields fields={innerFields(editing.field)} path={editing.path} />
  </FieldGroup>
);

/** A list of groups. */
export const GroupsEditor: Editor<readonly Values[]> = (editing) => {
  const { words } = useApp();
  const { field, path, value, onChange } = editing;
  const rows = (value ?? []).filter(isValues);
  const inner = innerFields(field);
  const isFull = rows.length >= (field.maxItems ?? Number.POSITIVE_INFINITY);
  const empty = Object.fromEntries(inner.map(({ name, default: first }) => [name, first ?? null]));
  return (
    <FieldGroup editing={editing}>
      {rows.map((_row, at) => (
        <Row
          key={at}
          editing={editing}
          at={at}
          onRemove={() => onChange(rows.filter((_other, place) => place !== at))}
        >
          <FormFields fields={inner} path={[...path, at]} />
        </Row>
      ))}
      {!isFull && (
        <Act
          label={rows.length === 0 ? words.form.add : words.form.addAnother}
          name={`${rows.length === 0 ? words.form.add : words.form.addAnother}: ${field.label}`}
          kind="plain"
          onAct={() => onChange([...rows, empty])}
        />
      )}
    </FieldGroup>
  );
};

function Row(props: {
  readonly editing: Editing<readonly Values[]>;
  readonly at: number;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const { words } = useApp();
  const { label } = props.editing.field;
  const number = props.at + 1;
  return (
    <fieldset className="group row-of-many">
      <legend>{words.form.rowOf(label, number)}</legend>
      {props.children}
      <Act
        label={words.form.remove}
        name={`${words.form.remove}: ${words.form.rowOf(label, number)}`}
        kind="plain"
        onAct={props.onRemove}
      />
    </fieldset>
  );
}
