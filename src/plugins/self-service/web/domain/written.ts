import type { FormField } from '@stadtverbund/client';
import { isValues, type Values } from './values';

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Whether nothing is entered: also a group of which every part is empty. */
export const isEmpty = (value: unknown): boolean =>
  isNothing(value) || (isValues(value) && !(value instanceof Blob) && Object.values(value).every(isEmpty));

const idOf = (one: unknown): unknown => (isValues(one) ? (one['documentId'] ?? one) : one);

const many = (value: unknown, write: (one: unknown) => unknown): unknown[] =>
  Array.isArray(value) ? value.map(write) : [];

function group(fields: readonly FormField[], value: unknown): Values | null {
  if (isEmpty(value) || !isValues(value)) return null;
  return row(fields, value);
}

const row = (fields: readonly FormField[], value: unknown): Values =>
  Object.fromEntries(
    fields.map((field) => [field.name, writtenValue(field, isValues(value) ? value[field.name] : null)]),
  );

/**
 * A value as it is sent, of one as it is answered or entered: relations and files by their `documentId`, nothing as `null`
 * or an empty list, of a group only what the form knows.
 */
export function writtenValue(field: FormField, value: unknown): unknown {
  const fields = field.fields ?? [];
  if (field.kind === 'relation' || field.kind === 'file' || field.kind === 'files')
    return field.repeatable ? many(value, idOf) : isNothing(value) ? null : idOf(value);
  if (fields.length > 0)
    return field.repeatable ? many(value, (one) => row(fields, one)) : group(fields, value);
  if (field.kind === 'texts') return many(value, (one) => one);
  return isNothing(value) ? null : value;
}

// JSON keeps the order of names, and both sides were made by the same fields.
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Whether two values of a field are written alike. */
export const isWrittenAlike = (field: FormField, one: unknown, other: unknown): boolean =>
  isSame(writtenValue(field, one), writtenValue(field, other));

/** The fields whose values differ. */
export const changedFields = (
  fields: readonly FormField[],
  before: Values,
  now: Values,
): readonly FormField[] =>
  fields.filter((field) => !isWrittenAlike(field, before[field.name], now[field.name]));

/** What has to be sent so that `before` becomes `now`: the fields that differ. */
export const changesOf = (fields: readonly FormField[], before: Values, now: Values): Values =>
  Object.fromEntries(
    changedFields(fields, before, now).map((field) => [field.name, writtenValue(field, now[field.name])]),
  );
