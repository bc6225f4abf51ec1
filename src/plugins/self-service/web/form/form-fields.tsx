import type { FormField } from '@stadtverbund/client';
import { Fragment, type ReactNode } from 'react';
import { useApp } from '../app-context';
import { valueAt, type Path } from '../domain/values';
import { useForm, type Remark } from './form-context';

function RemarkText({ message }: Pick<Remark, 'message'>): ReactNode {
  const { words } = useApp();
  return (
    <div className="notice asked">
      <p>
        <strong>{words.start.editors}</strong>
      </p>
      <p className="text">{message}</p>
    </div>
  );
}

/** Each of these fields with the editor of its kind. */
export function FormFields({
  fields,
  path = [],
}: {
  readonly fields: readonly FormField[];
  /** Of what they are in. */
  readonly path?: Path;
}): ReactNode {
  const { values, set, editorOf, remark } = useForm();
  return fields.map((field) => {
    const Editor = editorOf(field);
    const own = [...path, field.name];
    return (
      <Fragment key={field.name}>
        {own.length === 1 && remark?.about.includes(field.name) && <RemarkText message={remark.message} />}
        <Editor
          field={field}
          path={own}
          value={valueAt(values, own) as never}
          onChange={(value: unknown) => set(own, value)}
        />
      </Fragment>
    );
  });
}
