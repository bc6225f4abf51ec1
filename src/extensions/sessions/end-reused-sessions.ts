import type { Core } from '@strapi/strapi';
import { holdUntilCommit } from '../../platform/sql/advisory-locks';
import { inTransaction } from '../../platform/sql/sql';
import { wrapSessions, type Sessions } from '../../platform/strapi/patches';
import { judgeRefresh, type Session } from './domain/session-family';
import { namedSession, SESSION } from './named-session';

type Rotate = Sessions['rotateRefreshToken'];

// Strapi's result for a token that it does not accept.
const REFUSED = { error: 'invalid_refresh_token' } as const;

/**
 * A refresh token is valid for one refresh. Used again within seconds it returns the token that followed it; used again
 * later it ends its family, since the holder of the newer token may be the thief. Only one refresh per account runs at
 * a time, across all instances, so two at once create one session, and no refresh can slip past a revocation.
 */
function refreshOnce(strapi: Core.Strapi, origin: string, rotate: Rotate): Rotate {
  const table = strapi.db.query(SESSION);

  return async (token) => {
    const named = await namedSession(strapi, origin, token);
    if (!named) return REFUSED;
    const { userId, sessionId } = named;
    const change = (data: object) => table.update({ where: { sessionId }, data });

    return inTransaction(strapi, async (sql) => {
      await holdUntilCommit(sql, lockOf(origin, userId));
      const sessions = (await table.findMany({ where: { userId, origin } })) as Session[];
      const decision = judgeRefresh(sessions, sessionId, new Date());
      if (decision.kind === 'first') return rotate(token);
      if (decision.kind === 'over') return REFUSED;

      // Strapi refuses a used token unread. Within this transaction it is marked as unused, so that Strapi verifies it
      // like any other and answers with the current token of its family.
      await change({ status: 'active', childId: decision.youngest.sessionId });
      const answer = await rotate(token);
      await change({ status: 'rotated', childId: decision.session.childId });
      if ('error' in answer || !decision.isReuse) return answer;

      await table.deleteMany({
        where: { sessionId: { $in: decision.family.map((session) => session.sessionId) } },
      });
      strapi.log.warn(
        `A refresh token of ${origin} account ${userId} was used twice: everything that came of that log-in is signed out.`,
      );
      return REFUSED;
    });
  };
}

const lockOf = (origin: string, userId: string): string => `refresh:${origin}:${userId}`;

/**
 * Ends sessions while none of the account is being refreshed, since a session created by a concurrent refresh would
 * survive.
 */
function undisturbed<Result>(
  strapi: Core.Strapi,
  origin: string,
  end: (userId: string, which: string) => Promise<Result>,
) {
  return (userId: string, which: string): Promise<Result> =>
    inTransaction(strapi, async (sql) => {
      await holdUntilCommit(sql, lockOf(origin, userId));
      return end(userId, which);
    });
}

/** Watches the refresh tokens of the panel and of contributors, wherever Strapi accepts them. */
export function endReusedSessions(strapi: Core.Strapi): void {
  wrapSessions(strapi, (sessions, origin) => ({
    rotateRefreshToken: refreshOnce(strapi, origin, sessions.rotateRefreshToken.bind(sessions)),
    invalidateRefreshToken: undisturbed(strapi, origin, sessions.invalidateRefreshToken.bind(sessions)),
    revokeSessionById: undisturbed(strapi, origin, sessions.revokeSessionById.bind(sessions)),
  }));
}
