import type { Core } from '@strapi/strapi';
import { holdUntilCommit } from '#src/platform/sql/advisory-locks';
import type { Sql } from '#src/platform/sql/sql';
import type { Manager, ManagerRole } from '../domain/manager-rules';
import { documentsOf } from '#src/platform/strapi/documents';

const MEMBERSHIP = 'api::membership.membership';

interface Row {
  documentId: string;
  business: string;
  role: ManagerRole;
  since: string;
  user: { id: number; username: string; email: string } | null;
}

/** A manager with what the other managers of the business may see. */
export interface ManagerEntry extends Manager {
  username: string;
  email: string;
  since: string;
}

const query = (strapi: Core.Strapi) => strapi.db.query(MEMBERSHIP);

/** Document ids of the businesses that an account manages; for a where clause, not as a permission. */
export async function ownedBusinesses(strapi: Core.Strapi, accountId: number): Promise<string[]> {
  const rows = (await query(strapi).findMany({ where: { user: { id: accountId } } })) as Row[];
  return [...new Set(rows.map(({ business }) => business))];
}

/** Whether an account manages all these businesses; false for an empty list. */
export async function managesAll(
  strapi: Core.Strapi,
  accountId: number,
  businesses: readonly string[],
): Promise<boolean> {
  if (businesses.length === 0) return false;
  const owned = new Set(await ownedBusinesses(strapi, accountId));
  return businesses.every((business) => owned.has(business));
}

/** Everyone who manages a business, longest first. */
export async function managersOf(strapi: Core.Strapi, business: string): Promise<ManagerEntry[]> {
  const rows = (await query(strapi).findMany({
    where: { business, user: { id: { $notNull: true } } },
    populate: { user: { select: ['id', 'username', 'email'] } },
    orderBy: { id: 'asc' },
  })) as Row[];
  return rows.flatMap(({ documentId, role, since, user }) =>
    user
      ? [{ id: documentId, accountId: user.id, role, since, username: user.username, email: user.email }]
      : [],
  );
}

/** Serialises changes to the managers of one business until the transaction ends. */
export const lockManagers = (sql: Sql, business: string): Promise<void> =>
  holdUntilCommit(sql, `managers:${business}`);

/** Makes an account a manager. The caller holds the lock, or knows that the business is new. */
export async function addManager(
  strapi: Core.Strapi,
  entry: { business: string; accountId: number; role: ManagerRole; since: Date },
): Promise<void> {
  const { business, accountId, role, since } = entry;
  await documentsOf(strapi, MEMBERSHIP).create({
    data: { business, user: accountId, role, since: since.toISOString() },
  });
}

/** Ends one membership. */
export async function removeManager(strapi: Core.Strapi, membershipId: string): Promise<void> {
  await strapi.documents(MEMBERSHIP).delete({ documentId: membershipId });
}

/** Ends all memberships of a business that is gone. */
export async function forgetManagers(strapi: Core.Strapi, business: string): Promise<void> {
  await query(strapi).deleteMany({ where: { business } });
}
