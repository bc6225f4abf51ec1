import type { FormField } from '@stadtverbund/client';
import { isValues, type Values } from './values';

function inAnother(field: FormField, value: unknown): unknown {
  const inner = field.fields ?? [];
  if (inner.length === 0) return field.localized ? null : value;
  if (Array.isArray(value))
    return value.map((row: unknown) => (isValues(row) ? withoutTexts(inner, row) : row));
  return isValues(value) ? withoutTexts(inner, value) : value;
}

/** A document as it begins in another language: what is the same in all is there, and texts are empty. */
export const withoutTexts = (fields: readonly FormField[], values: Values): Values => ({
  ...values,
  ...Object.fromEntries(fields.map((field) => [field.name, inAnother(field, values[field.name])])),
});
