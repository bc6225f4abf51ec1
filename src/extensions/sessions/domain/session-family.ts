/** A session as Strapi keeps it: each refresh makes one, and names it in the one before. */
export interface Session {
  sessionId: string;
  childId: string | null;
  status: string;
  /** ISO 8601 */
  createdAt: string;
}

// Tabs that are opened together, or a request whose answer got lost, ask with one token a few times within seconds. Who
// stole one uses it later.
export const LEEWAY_MS = 10_000;

/** Every session that came of one log-in: those before the given one, itself, and those after it, eldest first. */
export function familyOf<Known extends Session>(sessions: readonly Known[], sessionId: string): Known[] {
  const byId = new Map(sessions.map((session) => [session.sessionId, session]));
  const byChild = new Map(sessions.map((session) => [session.childId, session]));
  const family = new Set<Known>();
  let eldest = byId.get(sessionId);
  // Sets end the walk where rows should form a circle.
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
  /** Nothing known that speaks against it. */
  | { kind: 'first' }
  /** Used before, and nothing of its family is left that could be revoked or handed out. */
  | { kind: 'over' }
  /** Used before; `youngest` is what its family has now. */
  | { kind: 'again'; session: Known; youngest: Known; family: Known[]; isReuse: boolean };

/**
 * What a refresh token is worth that is used for the given session (RFC 9700, 4.14.2: a token used twice ends all that
 * came of it).
 * @param sessions all of one account
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
