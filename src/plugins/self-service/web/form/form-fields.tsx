import type { FormField } from '@stadtverbund/client';
import { Fragment, type ReactNode } from 'react';
import { valueAt, type Path } from '../domain/values';
import { useForm } from './form-context';

/** Each of these fields with the editor of its kind. */
export function FormFields({
  fields,
  path = [],
}: {
  readonly fields: readonly FormField[];
  /** Of what they are in. */
  readonly path?: Path;
}): ReactNode {
  const { values, set, editorOf } = useForm();
  return fields.map((field) => {
    const Editor = editorOf(field);
    const own = [...path, field.name];
    return (
      <Fragment key={field.name}>
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
