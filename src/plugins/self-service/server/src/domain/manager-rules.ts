export type ManagerRole = 'owner' | 'manager';

/** An account that manages a business. */
export interface Manager {
  /** Document id of the membership. */
  id: string;
  accountId: number;
  role: ManagerRole;
}

export type RemovalDecision =
  { ok: true } | { ok: false; reason: 'not-owner' | 'last-manager' | 'last-owner' };

/**
 * Whether `by` may end the membership `target`. Everyone may leave and only owners may remove others, but a business
 * keeps at least one manager, and an owner if it has one.
 */
export function canRemoveManager(by: Manager, target: Manager, all: readonly Manager[]): RemovalDecision {
  const rest = all.filter(({ id }) => id !== target.id);
  if (rest.length === 0) return { ok: false, reason: 'last-manager' };
  if (by.id !== target.id && by.role !== 'owner') return { ok: false, reason: 'not-owner' };
  if (target.role === 'owner' && !rest.some(({ role }) => role === 'owner'))
    return { ok: false, reason: 'last-owner' };
  return { ok: true };
}
