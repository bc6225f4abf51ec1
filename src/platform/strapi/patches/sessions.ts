import type { Core } from '@strapi/strapi';
import { functionsOf, goneFrom } from './functions-of';

type SessionManager = Core.Strapi['sessionManager'];
/** Sessions of the panel (`admin`) or of contributors (`users-permissions`). */
export type Sessions = ReturnType<SessionManager>;

const REPLACEABLE = ['rotateRefreshToken', 'invalidateRefreshToken', 'revokeSessionById'] as const;
type Replaceable = Pick<Sessions, (typeof REPLACEABLE)[number]>;

/** Replaces the functions with which Strapi creates and ends sessions. */
export function wrapSessions(
  strapi: Core.Strapi,
  replace: (sessions: Replaceable, origin: string) => Partial<Replaceable>,
): void {
  const found = strapi.sessionManager;
  if (typeof found !== 'function') throw goneFrom('sessions', 'strapi.sessionManager is no function');
  const sessionManager = new Proxy(found, {
    apply(target, _self, [origin]: [string]): Sessions {
      const sessions = target(origin);
      return Object.assign(sessions, replace(sessions, origin));
    },
  });
  functionsOf<Replaceable>('sessions', 'strapi.sessionManager', found('admin'), ...REPLACEABLE);
  // Strapi reads it from a getter of its class, and its container keeps the first value added.
  Object.defineProperty(strapi, 'sessionManager', { value: sessionManager, configurable: true });
}
