import type { MessageDetails, Reason } from './messages';

/** What a rule decides about one value: its normal form, or why it is refused. */
export type Checked<T> = { ok: true; value: T } | Refused;

/** A refusal: a reason from the catalogue in `messages.ts`, with the values for its placeholders. */
export interface Refused {
  ok: false;
  reason: Reason;
  details?: MessageDetails;
  /** Values that would be accepted and may be what is meant, the likeliest first. */
  suggestions?: readonly string[];
}

export const accept = <T>(value: T): Checked<T> => ({ ok: true, value });

export const refuse = (reason: Reason, details?: MessageDetails): Refused =>
  details ? { ok: false, reason, details } : { ok: false, reason };
