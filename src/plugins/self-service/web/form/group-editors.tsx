import type { FormField } from '@stadtverbund/client';
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
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

/** After rows have come or gone: where one goes on. */
function useFocusNext(rows: number): {
  readonly around: RefObject<HTMLDivElement>;
  readonly focusNext: (selector: string) => void;
} {
  const around = useRef<HTMLDivElement>(null);
  const wanted = useRef<string>();
  useEffect(() => {
    if (wanted.current !== undefined)
      around.current?.querySelector<HTMLElement>(`:scope > ${wanted.current}`)?.focus();
    wanted.current = undefined;
  }, [rows]);
  return {
    around,
    focusNext: (selector) => {
      wanted.current = selector;
    },
  };
}

/** A list of groups. */
export const GroupsEditor: Editor<readonly Values[]> = (editing) => {
  const { words } = useApp();
  const { field, path, value, onChange } = editing;
  const rows = (value ?? []).filter(isValues);
  const inner = innerFields(field);
  const isFull = rows.length >= (field.maxItems ?? Number.POSITIVE_INFINITY);
  const { around, focusNext } = useFocusNext(rows.length);
  const empty = Object.fromEntries(inner.map(({ name, default: first }) => [name, first ?? null]));
  return (
    <FieldGroup editing={editing}>
      <div ref={around}>
        {rows.map((_row, at) => (
          <Row
            key={at}
            editing={editing}
            at={at}
            onRemove={() => {
              focusNext('button:last-of-type');
              onChange(rows.filter((_other, place) => place !== at));
            }}
          >
            <FormFields fields={inner} path={[...path, at]} />
          </Row>
        ))}
        {!isFull && (
          <Act
            label={rows.length === 0 ? words.form.add : words.form.addAnother}
            name={`${rows.length === 0 ? words.form.add : words.form.addAnother}: ${field.label}`}
            kind="plain"
            onAct={() => {
              focusNext(`fieldset:nth-of-type(${rows.length + 1}) :is(input, select, textarea)`);
              onChange([...rows, empty]);
            }}
          />
        )}
      </div>
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
