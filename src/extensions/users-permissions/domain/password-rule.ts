import type { Details } from '#src/languages/fill';

// NIST SP 800-63B, 3.1.1: length counts, composition rules do not. 72: bcrypt ignores anything further.
export const PASSWORD_MIN_CHARACTERS = 10;
const PASSWORD_MAX_BYTES = 72;

export type PasswordDecision =
  { ok: true } | { ok: false; reason: 'password-short' | 'password-long'; details: Details };

/** Whether a password may be used for an account. */
export function checkPassword(password: string): PasswordDecision {
  if ([...password].length < PASSWORD_MIN_CHARACTERS)
    return { ok: false, reason: 'password-short', details: { minimum: PASSWORD_MIN_CHARACTERS } };
  if (new TextEncoder().encode(password).length > PASSWORD_MAX_BYTES)
    return { ok: false, reason: 'password-long', details: { maximum: PASSWORD_MAX_BYTES } };
  return { ok: true };
}
