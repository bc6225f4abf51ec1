/** A session as stored by Strapi: each refresh creates one, and the previous one refers to it. */
export interface Session {
  sessionId: string;
  childId: string | null;
  status: string;
  /** ISO 8601 */
  createdAt: string;
}

// Tabs opened together, or retries after a lost answer, use one token a few times within seconds. A thief uses it
// later.
export const LEEWAY_MS = 10_000;

/** Every session from one log-in: those before the given one, itself, and those after it, oldest first. */
export function familyOf<Known extends Session>(sessions: readonly Known[], sessionId: string): Known[] {
  const byId = new Map(sessions.map((session) => [session.sessionId, session]));
  const byChild = new Map(sessions.map((session) => [session.childId, session]));
  const family = new Set<Known>();
  let eldest = byId.get(sessionId);
  // The set ends the walk in case rows form a cycle.
  for (const seen = new Set<Known>(); eldest && !seen.has(eldest);) {
    seen.add(eldest);
    const parent = byChild.get(eldest.sessionId);
    if (!parent) break;
    eldest = parent;
  }
  for (let next = eldest; next && !family.has(next); next = byId.get(next.childId ?? '')) family.add(next);
  return [...family];
}

export type RefreshDecision<Known extends Session> =
  /** Nothing is known against it. */
  | { kind: 'first' }
  /** Used before, and nothing of its family is left to be revoked or returned. */
  | { kind: 'over' }
  /** Used before; `youngest` is the current session of its family. */
  | { kind: 'again'; session: Known; youngest: Known; family: Known[]; isReuse: boolean };

/**
 * Judges a refresh token used for the given session (RFC 9700, 4.14.2: a token used twice ends everything derived from
 * it).
 * @param sessions all sessions of one account
 */
export function judgeRefresh<Known extends Session>(
  sessions: readonly Known[],
  sessionId: string,
  now: Date,
): RefreshDecision<Known> {
  const session = sessions.find((known) => known.sessionId === sessionId);
  if (session?.status !== 'rotated') return { kind: 'first' };
  const family = familyOf(sessions, sessionId);
  const youngest = family.at(-1);
  if (youngest?.status !== 'active') return { kind: 'over' };
  const child = family[family.indexOf(session) + 1] ?? youngest;
  const isReuse = now.getTime() - Date.parse(child.createdAt) > LEEWAY_MS;
  return { kind: 'again', session, youngest, family, isReuse };
}
