import type { Core } from '@strapi/strapi';

/**
 * Which of these businesses somebody manages. A membership whose account is gone still
 * counts: what the account decided about consent goes on holding.
 */
export async function managedBusinesses(
  strapi: Core.Strapi,
  businesses: readonly string[],
): Promise<ReadonlySet<string>> {
  if (businesses.length === 0) return new Set();
  const memberships = (await strapi.db.query('api::membership.membership').findMany({
    select: ['business'],
    where: { business: { $in: [...new Set(businesses)] } },
  })) as { business: string }[];
  return new Set(memberships.map(({ business }) => business));
}
