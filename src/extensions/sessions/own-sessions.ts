import type { Core } from '@strapi/strapi';
import { holdUntilCommit } from '../../platform/sql/advisory-locks';
import { inTransaction } from '../../platform/sql/sql';
import { familyOf, type Session } from './domain/session-family';
import { lockOfSessions, SESSION } from './named-session';

const ORIGIN = 'users-permissions';

interface Row extends Session {
  /** ISO 8601 */
  expiresAt: string;
  metadata: { deviceName?: unknown; loginAt?: unknown } | null;
}

/** One log-in of an account, however often it has been refreshed. */
export interface OwnSession {
  /** Changes with each refresh. */
  id: string;
  /** What the browser says it is, such as "Firefox on Windows"; no address is kept. */
  device: string | null;
  /** ISO 8601 */
  begunAt: string;
  /** ISO 8601; to the last refresh */
  lastUsedAt: string;
  /** Whether it is the one that asks. */
  current: boolean;
}

const textOr = <Other>(value: unknown, other: Other): string | Other =>
  typeof value === 'string' ? value : other;

const rowsOf = async (strapi: Core.Strapi, origin: string, userId: string): Promise<Row[]> =>
  (await strapi.db.query(SESSION).findMany({ where: { userId, origin }, orderBy: { id: 'asc' } })) as Row[];

const idsOf = (sessions: readonly Session[]): string[] => sessions.map(({ sessionId }) => sessionId);

/** Works on the sessions of an account while none of them is being refreshed, since a new one would escape. */
const undisturbed = <Result>(
  strapi: Core.Strapi,
  origin: string,
  userId: string,
  work: (sessions: readonly Row[], end: (which: readonly Session[]) => Promise<unknown>) => Promise<Result>,
): Promise<Result> =>
  inTransaction(strapi, async (sql) => {
    await holdUntilCommit(sql, lockOfSessions(origin, userId));
    return work(await rowsOf(strapi, origin, userId), (which) =>
      strapi.db.query(SESSION).deleteMany({ where: { sessionId: { $in: idsOf(which) } } }),
    );
  });

/**
 * Ends a log-in: the session and all that were refreshed into it, since an access token of any of them would live on.
 * @returns whether the account has such a session
 */
export const endFamily = (
  strapi: Core.Strapi,
  origin: string,
  userId: string,
  sessionId: string,
): Promise<boolean> =>
  undisturbed(strapi, origin, userId, async (sessions, end) => {
    const family = familyOf(sessions, sessionId);
    if (family.length > 0) await end(family);
    return family.length > 0;
  });

/**
 * Where an account is signed in, the session that asks first, then the last used.
 * @param currentId session of the access token that asks
 */
export async function listSessions(
  strapi: Core.Strapi,
  accountId: number,
  currentId: string,
  now: Date,
): Promise<OwnSession[]> {
  const sessions = await rowsOf(strapi, ORIGIN, String(accountId));
  const current = new Set(idsOf(familyOf(sessions, currentId)));
  return sessions
    .filter(({ status, expiresAt }) => status === 'active' && new Date(expiresAt) > now)
    .map(({ sessionId, createdAt, metadata }) => {
      const lastUsedAt = new Date(createdAt).toISOString();
      return {
        id: sessionId,
        device: textOr(metadata?.deviceName, null),
        begunAt: textOr(metadata?.loginAt, lastUsedAt),
        lastUsedAt,
        current: current.has(sessionId),
      };
    })
    .sort((a, b) => Number(b.current) - Number(a.current) || b.lastUsedAt.localeCompare(a.lastUsedAt));
}

/** Ends one of an account's own sessions. @returns false if the account has none with this id */
export const endSession = (strapi: Core.Strapi, accountId: number, id: string): Promise<boolean> =>
  endFamily(strapi, ORIGIN, String(accountId), id);

/**
 * Ends all sessions of an account but the one that asks.
 * @returns how many log-ins ended
 */
export const endOtherSessions = (
  strapi: Core.Strapi,
  accountId: number,
  currentId: string,
): Promise<number> =>
  undisturbed(strapi, ORIGIN, String(accountId), async (sessions, end) => {
    const kept = new Set(idsOf(familyOf(sessions, currentId)));
    const others = sessions.filter(({ sessionId }) => !kept.has(sessionId));
    await end(others);
    return others.filter(({ status }) => status === 'active').length;
  });
