import type { KeptInput } from './domain/kept-input';
import type { FormVersion, Values } from './domain/three-way';
import type { Choices } from './meanwhile-field';
import type { FormKey, Outcome } from './open-forms';

export type Meanwhile = Extract<Outcome, { kind: 'changed-meanwhile' }>;

/** What is known of one form for as long as it is open. */
export interface FormSession {
  readonly key: FormKey;
  /** What the form was given, and what it says. */
  shown: { readonly base: Values; readonly values: Values } | null;
  seen: FormVersion;
  meanwhile: Meanwhile | null;
  /** What was answered to it so far. */
  choices: Choices;
  /** A new document is made, and its form about to go with all that it still shows. */
  isOver: boolean;
  /** What an earlier visit has left; `undefined` until it was looked for. */
  offer: KeptInput | null | undefined;
}

let last: FormSession | undefined;

/**
 * The session of a form. Strapi draws the buttons, and whoever stands beside them, anew when the window crosses a width;
 * the form itself goes on, which shows by its content being the very same object.
 */
export function sessionOf(key: FormKey, base: Values): FormSession {
  if (last?.key === key && last.shown?.base === base) return last;
  last = { key, shown: null, seen: {}, meanwhile: null, choices: {}, isOver: false, offer: undefined };
  return last;
}
