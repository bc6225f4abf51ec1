import type { FormField } from '@stadtverbund/client';
import { isValues, type Path } from './values';

/** A value that its field cannot read; it is kept as it was typed. */
export interface Unreadable {
  readonly path: Path;
  readonly kind: 'money' | 'number';
}

/** What was typed into fields of amounts and numbers and is none. */
export function unreadableIn(
  fields: readonly FormField[],
  values: unknown,
  path: Path = [],
): readonly Unreadable[] {
  return fields.flatMap((field): readonly Unreadable[] => {
    const value = isValues(values) ? values[field.name] : null;
    const own = [...path, field.name];
    if ((field.kind === 'money' || field.kind === 'number') && typeof value === 'string')
      return [{ path: own, kind: field.kind }];
    const inner = field.fields ?? [];
    if (Array.isArray(value)) return value.flatMap((row, at) => unreadableIn(inner, row, [...own, at]));
    return unreadableIn(inner, value, own);
  });
}
