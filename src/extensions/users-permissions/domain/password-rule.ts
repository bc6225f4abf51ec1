import type { Language } from '../../../domain/language';

// NIST SP 800-63B, 3.1.1: length counts, composition rules do not. 72: bcrypt reads no further.
export const PASSWORD_MIN_CHARACTERS = 10;
export const PASSWORD_MAX_BYTES = 72;

export type PasswordDecision = { ok: true } | { ok: false; reason: 'password-short' | 'password-long' };

/** Whether a password may be used for an account. */
export function checkPassword(password: string): PasswordDecision {
  if ([...password].length < PASSWORD_MIN_CHARACTERS) return { ok: false, reason: 'password-short' };
  if (new TextEncoder().encode(password).length > PASSWORD_MAX_BYTES)
    return { ok: false, reason: 'password-long' };
  return { ok: true };
}

/** What to tell a person whose password is refused. */
export const PASSWORD_MESSAGES: Readonly<
  Record<'password-short' | 'password-long', Record<Language, string>>
> = {
  'password-short': {
    de: `Das Passwort ist zu kurz. Bitte wählen Sie mindestens ${PASSWORD_MIN_CHARACTERS} Zeichen.`,
    en: `The password is too short. Please choose at least ${PASSWORD_MIN_CHARACTERS} characters.`,
  },
  'password-long': {
    de: `Das Passwort ist zu lang. Bitte wählen Sie höchstens ${PASSWORD_MAX_BYTES} Bytes (Umlaute zählen doppelt).`,
    en: `The password is too long. Please choose at most ${PASSWORD_MAX_BYTES} bytes (umlauts count twice).`,
  },
};
