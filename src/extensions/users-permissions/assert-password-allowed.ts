import { requestLanguage } from '../../platform/http/request-language';
import { DEFAULT_LANGUAGE } from '../../domain/language';
import { checkPassword, PASSWORD_MESSAGES } from './domain/password-rule';

/**
 * users-permissions asks this for a new password on reset and change; registration has its own schema.
 * @throws with the sentence to show
 */
export function assertPasswordAllowed(password: string): boolean {
  const decision = checkPassword(password);
  if (decision.ok) return true;
  const ctx = strapi.requestContext.get();
  throw new Error(PASSWORD_MESSAGES[decision.reason][ctx ? requestLanguage(ctx) : DEFAULT_LANGUAGE]);
}
