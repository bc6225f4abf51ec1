import { asMessage } from '../../platform/refusals/strapi-errors';
import { checkPassword } from './domain/password-rule';

/**
 * users-permissions calls this for a new password on reset and change; registration has its own schema.
 * @throws with a message that is interpreted when the answer is created, since Strapi keeps nothing else of an error
 */
export function assertPasswordAllowed(password: string): boolean {
  const decision = checkPassword(password);
  if (decision.ok) return true;
  throw new Error(asMessage(decision.reason, decision.details));
}
