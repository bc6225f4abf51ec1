import type { MessageId } from '../translations/de';

/** In the order of the filter. */
export const KINDS = [
  'illegal',
  'terms',
  'privacy',
  'accessibility',
  'wrong',
  'closed',
  'correction',
  'claim',
  'objection',
] as const;

/** What the panel calls a kind; one that has come since, by its own name. */
export const kindLabel = (kind: string): MessageId | undefined => {
  const known = KINDS.find((name) => name === kind);
  return known && `intake.kind.${known}`;
};
