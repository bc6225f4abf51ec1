import type { FormField } from '@stadtverbund/client';
import type { Values } from './values';
import { changedFields, isWrittenAlike } from './written';

/** What is entered, and what it was entered upon. */
export interface Entered {
  /** As the city answered it last; without anything for what is new. */
  readonly base: Values;
  readonly values: Values;
}

/** A field that both sides have changed, each in its own way. */
export interface Conflict {
  readonly field: FormField;
  readonly mine: unknown;
  readonly theirs: unknown;
}

/**
 * Puts what was entered upon a newer state of the document, field by field: what only one side has changed is as that
 * side has it. Where both have, `values` has one's own, and it is named.
 */
export function rebased(
  fields: readonly FormField[],
  { base, values }: Entered,
  fresh: Values,
): Entered & { readonly conflicts: readonly Conflict[] } {
  const mine = changedFields(fields, base, values);
  const theirs = new Set(changedFields(fields, base, fresh).map(({ name }) => name));
  const conflicts = mine
    .filter((field) => theirs.has(field.name))
    .map((field) => ({ field, mine: values[field.name], theirs: fresh[field.name] }))
    .filter(({ field, mine: own, theirs: other }) => !isWrittenAlike(field, own, other));
  return {
    base: fresh,
    values: { ...fresh, ...Object.fromEntries(mine.map(({ name }) => [name, values[name]])) },
    conflicts,
  };
}
