import type { Core } from '@strapi/strapi';
import { holdUntilCommit } from '../../platform/sql/advisory-locks';
import { inTransaction } from '../../platform/sql/sql';
import { wrapSessions, type Sessions } from '../../platform/strapi/patches';
import { judgeRefresh, type Session } from './domain/session-family';
import { namedSession, SESSION } from './named-session';

type Rotate = Sessions['rotateRefreshToken'];

// What Strapi answers for a token that it does not take.
const REFUSED = { error: 'invalid_refresh_token' } as const;

/**
 * A refresh token is worth one refresh. Used again within seconds it brings the token that followed it; used again later
 * it ends its family, for the one who holds the younger token may be the thief. One refresh of an account at a time, over
 * all instances: two at once make one session, and nothing is refreshed away from under a revocation.
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

      // Strapi refuses a used token unread. Shown to it as unused, within this transaction, it is proved as any other and
      // answered by the token that its family has now.
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

/** Ends sessions while none of the account is being refreshed: what a refresh makes at that moment would stay. */
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

/** Watches the refresh tokens of the panel and of contributors alike, wherever Strapi takes them. */
export function endReusedSessions(strapi: Core.Strapi): void {
  wrapSessions(strapi, (sessions, origin) => ({
    rotateRefreshToken: refreshOnce(strapi, origin, sessions.rotateRefreshToken.bind(sessions)),
    invalidateRefreshToken: undisturbed(strapi, origin, sessions.invalidateRefreshToken.bind(sessions)),
    revokeSessionById: undisturbed(strapi, origin, sessions.revokeSessionById.bind(sessions)),
  }));
}
