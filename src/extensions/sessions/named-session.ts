import type { Core } from '@strapi/strapi';
import { z } from 'zod';

export const SESSION = 'admin::session';

/** Held while sessions of an account change (`holdUntilCommit`). @param origin `admin` or `users-permissions` */
export const lockOfSessions = (origin: string, userId: string): string => `refresh:${origin}:${userId}`;

const payloadSchema = z.object({
  userId: z.string().regex(/^[\w-]{1,64}$/),
  sessionId: z.string().regex(/^[0-9a-f]{32}$/),
});

/** Whose session a token is for, by what it says. */
export type SessionClaims = z.infer<typeof payloadSchema>;

/** What a token says of itself; whether it is ours, Strapi finds out. */
function claimsOf(token: string): SessionClaims | undefined {
  try {
    const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
    return payloadSchema.safeParse(JSON.parse(payload)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * The session that a refresh token names, unread otherwise; `undefined` where there is none: a token that was made up
 * waits for nobody, and counts for nobody.
 */
export async function namedSession(
  strapi: Core.Strapi,
  origin: string,
  token: string,
): Promise<SessionClaims | undefined> {
  const claims = claimsOf(token);
  if (!claims) return undefined;
  const where = { ...claims, origin };
  return (await strapi.db.query(SESSION).findOne({ where, select: ['id'] })) ? claims : undefined;
}
