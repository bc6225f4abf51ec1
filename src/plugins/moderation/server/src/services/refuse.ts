import type { Code } from '#src/languages/catalogue';
import { refused, type Facts, type Refusal } from '#src/platform/refusals/refusal';
import { waitsForEditors, type Action, type Refusal as Decision } from '../domain/transitions';

/** A refusal by moderation. Thrown inside the transaction, so that nothing of the attempt remains. */
export const refuse = (code: Code, facts: Facts & { readonly from?: string } = {}): Refusal =>
  refused(code, code === 'reason-required' ? ['reason'] : [], facts.from ? { from: facts.from } : {}, {
    facts,
  });

// Out of these states a contributor needs no help: they wait, or withdraw.
const codeOf = (action: Action, { reason, from }: Decision): Code =>
  action === 'edit' && reason === 'wrong-state' && waitsForEditors(from) ? 'waits-for-review' : reason;

/** The error for a transition that the table does not allow. */
export const refuseTransition = (action: Action, decision: Decision): Refusal =>
  refuse(codeOf(action, decision), { from: decision.from, action });
