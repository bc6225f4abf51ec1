import type { Core } from '@strapi/strapi';
import { inTransaction } from '#src/platform/sql/sql';
import type { Actor } from '../domain/actor';
import { canRemoveManager } from '../domain/manager-rules';
import { refused } from '#src/platform/refusals/refusal';
import { REVOKE_OF_SQL } from './invitations.sql';
import { lockManagers, managersOf, removeManager } from './memberships';

/**
 * Ends a membership: one's own or, for owners, someone else's. Open invitations that the person sent end with it.
 * @throws Refusal `not-found`, `not-owner`, `last-manager`, `last-owner`
 */
export async function endMembership(
  strapi: Core.Strapi,
  business: string,
  id: string,
  actor: Actor,
): Promise<void> {
  await inTransaction(strapi, async (sql) => {
    await lockManagers(sql, business);
    const all = await managersOf(strapi, business);
    const by = all.find(({ accountId }) => accountId === actor.id);
    const target = all.find((manager) => manager.id === id);
    if (!by || !target) throw refused('not-found');
    const decision = canRemoveManager(by, target, all);
    if (!decision.ok) throw refused(decision.reason);
    await removeManager(strapi, target.id);
    await sql(REVOKE_OF_SQL, { business, accountId: target.accountId });
  });
}
