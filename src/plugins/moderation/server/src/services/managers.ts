import type { Core } from '@strapi/strapi';

/** An account that manages a business. */
export interface Manager {
  readonly id: number;
  readonly username: string;
  readonly email: string;
  readonly confirmed: boolean;
  readonly blocked: boolean;
  /** The language for messages to it. */
  readonly language?: string | null;
}

/** Everyone who manages a business, by its document id. The membership type is set in config/plugins.ts. */
export async function managersOf(strapi: Core.Strapi, business: string): Promise<Manager[]> {
  const uid = strapi.plugin('moderation').config<string | undefined>('membershipType');
  if (!uid) return [];
  const memberships = (await strapi.db
    .query(uid)
    .findMany({ where: { business }, populate: { user: true } })) as { user: Manager | null }[];
  return memberships.flatMap(({ user }) => (user && user.confirmed && !user.blocked ? user : []));
}
