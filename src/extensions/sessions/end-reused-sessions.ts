import type { Core } from '@strapi/strapi';
import { holdUntilCommit } from '../../platform/sql/advisory-locks';
import { inTransaction } from '../../platform/sql/sql';
import { wrapSessions, type Sessions } from '../../platform/strapi/patches';
import { judgeRefresh, type Session } from './domain/session-family';
import { lockOfSessions, namedSession, SESSION } from './named-session';
import { endFamily } from './own-sessions';

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
      await holdUntilCommit(sql, lockOfSessions(origin, userId));
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

/** Ends all sessions while none of the account is being refreshed, since one created meanwhile would survive. */
const endAll =
  (strapi: Core.Strapi, origin: string, end: Sessions['invalidateRefreshToken']): typeof end =>
  (userId, deviceId) =>
    inTransaction(strapi, async (sql) => {
      await holdUntilCommit(sql, lockOfSessions(origin, userId));
      return end(userId, deviceId);
    });

/** Watches the refresh tokens of the panel and of contributors, wherever Strapi accepts them. */
export function endReusedSessions(strapi: Core.Strapi): void {
  wrapSessions(strapi, (sessions, origin) => ({
    rotateRefreshToken: refreshOnce(strapi, origin, sessions.rotateRefreshToken.bind(sessions)),
    invalidateRefreshToken: endAll(strapi, origin, sessions.invalidateRefreshToken.bind(sessions)),
    revokeSessionById: (userId, sessionId) => endFamily(strapi, origin, userId, sessionId),
  }));
}
