import type { KeptInput } from './domain/kept-input';
import type { FormVersion, Values } from './domain/three-way';
import type { Choices } from './meanwhile-field';
import type { FormKey, Outcome } from './open-forms';

export type Meanwhile = Extract<Outcome, { kind: 'changed-meanwhile' }>;

/** What is known about one form while it is open. */
export interface FormSession {
  readonly key: FormKey;
  /** What the form was given, and what it holds now. */
  shown: { readonly base: Values; readonly values: Values } | null;
  seen: FormVersion;
  meanwhile: Meanwhile | null;
  /** The choices made so far. */
  choices: Choices;
  /** Whether the new document has been created, so that its form is about to close with everything it still shows. */
  isOver: boolean;
  /** What an earlier visit left behind; `undefined` until it has been looked up. */
  offer: KeptInput | null | undefined;
}

let last: FormSession | undefined;

/**
 * The session of a form. Strapi remounts the buttons, and what is next to them, when the window crosses a certain
 * width; the form itself stays, recognised by its content being the identical object.
 */
export function sessionOf(key: FormKey, base: Values): FormSession {
  if (last?.key === key && last.shown?.base === base) return last;
  last = { key, shown: null, seen: {}, meanwhile: null, choices: {}, isOver: false, offer: undefined };
  return last;
}
