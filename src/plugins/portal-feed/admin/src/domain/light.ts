import type { Portal, PortalHealth } from '#src/plugins/portal-feed/server/src/contract';

/**
 * How a portal does, in one word. `failing` and `disabled` need somebody; `late`: nothing fails, but something waits
 * longer than it should; `new`: nothing was sent yet; `pulls`: it has no target URL, so nothing is sent.
 */
export type Light = 'healthy' | 'late' | 'failing' | 'paused' | 'disabled' | 'new' | 'pulls';

// Deliveries leave within seconds; five minutes are the second retry.
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

/** Whether a portal does not get what it should, so that somebody has to look. */
export const needsSomebody = (light: Light): boolean => light === 'failing' || light === 'disabled';
