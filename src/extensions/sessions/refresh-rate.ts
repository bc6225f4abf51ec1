import type { Core } from '@strapi/strapi';
import { assertRate } from '../../platform/rate-limit/rate-limit';
import { DAY, MINUTE, rateRule } from '../../platform/rate-limit/domain/rule';
import { namedSession } from './named-session';

// An access token of contributors lasts 10 minutes: thirty tabs that a browser opens at once, on several devices.
export const REFRESH_BY_ACCOUNT = rateRule('refresh-account', 200, 10 * MINUTE);

// Fewer than an account's used tokens that are kept (database/schema/061-sessions.sql): who stole a token cannot refresh
// the owner's out of them within a day.
export const REFRESH_BY_ACCOUNT_A_DAY = rateRule('refresh-account-day', 900, DAY);

/** The account of a door: `admin` or `users-permissions`. */
export const refreshSubject = (origin: string, userId: string): string => `${origin} ${userId}`;

/**
 * Counts a refresh for the account that its token is for, over all instances and log-ins.
 * @param origin whose tokens: `admin` or `users-permissions`
 * @throws Refusal `too-many-attempts`; the token is as good as before
 */
export async function assertRefreshRate(strapi: Core.Strapi, origin: string, token: unknown): Promise<void> {
  const session = typeof token === 'string' ? await namedSession(strapi, origin, token) : undefined;
  if (!session) return;
  const subject = refreshSubject(origin, session.userId);
  await assertRate(strapi, REFRESH_BY_ACCOUNT, subject);
  await assertRate(strapi, REFRESH_BY_ACCOUNT_A_DAY, subject);
}
