import type { FormField } from '@stadtverbund/client';
import { isValues, type Path } from './values';
import { isEmpty } from './written';

interface Asked {
  /** Language of the texts: some are asked for in one only. */
  readonly locale: string;
  readonly path?: Path;
}

/** Whether a field that is empty has to be filled in; of several of which one will do, only the first is named. */
function isAsked(field: FormField, fields: readonly FormField[], values: unknown, locale: string): boolean {
  const { name, required, requiredUnless = [], requiredIn } = field;
  if (!required || (requiredIn !== undefined && requiredIn !== locale)) return false;
  const alternatives = new Set([name, ...requiredUnless]);
  const isFirst = fields.find((one) => alternatives.has(one.name)) === field;
  return isFirst && requiredUnless.every((other) => isEmpty(isValues(values) ? values[other] : null));
}

/**
 * What has to be filled in before a document can be submitted, in the order of the form. Of a group that is left empty
 * nothing is asked.
 */
export function missingIn(
  fields: readonly FormField[],
  values: unknown,
  { locale, path = [] }: Asked,
): Path[] {
  return fields.flatMap((field): Path[] => {
    const value = isValues(values) ? values[field.name] : null;
    const own = [...path, field.name];
    if (isEmpty(value)) return isAsked(field, fields, values, locale) ? [own] : [];
    const inner = field.fields ?? [];
    if (Array.isArray(value))
      return value.flatMap((row, at) => missingIn(inner, row, { locale, path: [...own, at] }));
    return missingIn(inner, value, { locale, path: own });
  });
}
