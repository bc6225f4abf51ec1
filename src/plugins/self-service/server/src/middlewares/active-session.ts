import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { refused } from '#src/platform/refusals/refusal';

interface SessionManager {
  isSessionActive(sessionId: string): Promise<boolean>;
}

/**
 * Lets only accounts with a live session through. An access token outlives its session by up to ten minutes, and an
 * API token stands for no account at all.
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
