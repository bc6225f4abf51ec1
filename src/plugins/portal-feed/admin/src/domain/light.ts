import type { Portal, PortalHealth } from '#src/plugins/portal-feed/server/src/contract';

/**
 * The health of a portal in one word. `failing` and `disabled` need someone's attention; `late`: nothing fails, but
 * something has been waiting too long; `new`: nothing has been sent yet; `pulls`: it has no target URL, so nothing is
 * sent.
 */
export type Light = 'healthy' | 'late' | 'failing' | 'paused' | 'disabled' | 'new' | 'pulls';

// Deliveries leave within seconds; the second retry is after five minutes.
const LATE_AFTER_MS = 5 * 60_000;

/** The light of a portal at `now`. */
export function lightOf(
  { state, url }: Pick<Portal, 'state' | 'url'>,
  health: PortalHealth,
  now: Date,
): Light {
  if (state !== 'active') return state;
  if (url === null) return 'pulls';
  if (health.failingSince !== null) return 'failing';
  if (health.oldestWaitingAt !== null && now.getTime() - Date.parse(health.oldestWaitingAt) > LATE_AFTER_MS)
    return 'late';
  return health.lastSuccessAt === null ? 'new' : 'healthy';
}

/** Whether a portal does not get what it should and needs someone's attention. */
export const needsSomebody = (light: Light): boolean => light === 'failing' || light === 'disabled';
