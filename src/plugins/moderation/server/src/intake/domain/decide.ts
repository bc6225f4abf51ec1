import type { Decision } from './kinds';

/** What a decision about something open depends on. */
export interface Deciding {
  readonly isDecided: boolean;
  /** What its kind can be decided with. */
  readonly decisions: readonly Decision[];
  readonly decision: string;
  readonly reason: string;
  readonly editor: number;
  /** Of an objection: the editor whose decision it is about; `null` if nobody knows any more, or it is none. */
  readonly decidedBefore: number | null;
}

export type DecideRefusal = 'intake-decided' | 'intake-decision' | 'intake-reason' | 'four-eyes';

/**
 * Whether an editor may decide so. Something is decided once; a reason is always told; an objection is decided by another
 * editor than what it objects to (DSA, Art. 20 (6): not by automated means, by qualified staff).
 */
export function decideIntake(
  asked: Deciding,
): { ok: true; decision: Decision } | { ok: false; reason: DecideRefusal } {
  const { isDecided, decisions, editor, decidedBefore, reason } = asked;
  if (isDecided) return { ok: false, reason: 'intake-decided' };
  const decision = decisions.find((one) => one === asked.decision);
  if (!decision) return { ok: false, reason: 'intake-decision' };
  if (decidedBefore !== null && decidedBefore === editor) return { ok: false, reason: 'four-eyes' };
  if (reason.trim() === '' && decision !== 'accepted') return { ok: false, reason: 'intake-reason' };
  return { ok: true, decision };
}
