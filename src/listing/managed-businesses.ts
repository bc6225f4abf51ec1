import type { Core } from '@strapi/strapi';

/**
 * Which of these businesses have a manager. A membership whose account is gone still counts: its decision about consent
 * remains valid.
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
