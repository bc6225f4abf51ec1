import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { refused } from '#src/platform/refusals/refusal';

interface SessionManager {
  isSessionActive(sessionId: string): Promise<boolean>;
}

/**
 * Admits only accounts with an active session. An access token outlives its session by up to ten minutes, and an API
 * token belongs to no account.
 */
export const activeSession =
  (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    const state = ctx.state as { user?: { id: number }; session?: { id: string } };
    const sessions = strapi.sessionManager('users-permissions') as SessionManager;
    const alive = state.user && state.session && (await sessions.isSessionActive(state.session.id));
    if (!alive) throw refused('session-ended');
    await next();
  };
