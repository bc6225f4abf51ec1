/** What the table knows of a link's uses. */
export interface Uses {
  readonly usesLeft: number;
  readonly expiresAt: Date;
  /** Digest of the last use. */
  readonly usedFor: Buffer | null;
}

/** `again`: the last request repeated, which gets the same answer and changes nothing. */
export type UseDecision = 'use' | 'again' | 'used' | 'expired';

/** Whether an action may be run. @param asked digest of the request */
export function decideUse({ usesLeft, expiresAt, usedFor }: Uses, asked: Buffer, now: Date): UseDecision {
  if (usedFor?.equals(asked)) return 'again';
  if (usesLeft === 0) return 'used';
  return expiresAt <= now ? 'expired' : 'use';
}

/** What a page about the link shows: what can be done, what was done, or that it is too late. */
export function decideView({ usesLeft, expiresAt }: Uses, now: Date): 'actions' | 'answer' | 'expired' {
  // What was done stays done, also once the link has expired.
  if (usesLeft === 0) return 'answer';
  return expiresAt <= now ? 'expired' : 'actions';
}
