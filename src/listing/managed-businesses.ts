import type { Core } from '@strapi/strapi';

interface Listed {
  readonly documentId: string;
  readonly business?: unknown;
}

const businessOf = ({ documentId, business }: Listed): string =>
  (business as { documentId?: string } | null | undefined)?.documentId ?? documentId;

/**
 * Which of the businesses that these are, or belong to, somebody manages. A membership whose account is gone still
 * counts: what the account decided about consent goes on holding.
 */
export async function managedBusinesses(
  strapi: Core.Strapi,
  rows: readonly Listed[],
): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set();
  const memberships = (await strapi.db.query('api::membership.membership').findMany({
    select: ['business'],
    where: { business: { $in: [...new Set(rows.map(businessOf))] } },
  })) as { business: string }[];
  return new Set(memberships.map(({ business }) => business));
}
