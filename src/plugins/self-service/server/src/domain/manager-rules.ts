export type ManagerRole = 'owner' | 'manager';

/** One account that manages a business. */
export interface Manager {
  /** Document id of the membership. */
  id: string;
  accountId: number;
  role: ManagerRole;
}

export type RemovalDecision =
  { ok: true } | { ok: false; reason: 'not-owner' | 'last-manager' | 'last-owner' };

/**
 * Whether `by` may end the membership `target`. Everyone may leave, only owners send others away, and a business
 * keeps at least one manager and, as long as it has one, an owner.
 */
export function canRemoveManager(by: Manager, target: Manager, all: readonly Manager[]): RemovalDecision {
  const rest = all.filter(({ id }) => id !== target.id);
  if (rest.length === 0) return { ok: false, reason: 'last-manager' };
  if (by.id !== target.id && by.role !== 'owner') return { ok: false, reason: 'not-owner' };
  if (target.role === 'owner' && !rest.some(({ role }) => role === 'owner'))
    return { ok: false, reason: 'last-owner' };
  return { ok: true };
}
