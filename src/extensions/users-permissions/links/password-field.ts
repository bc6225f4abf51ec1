import { z } from 'zod';
import { CATALOGUES } from '#src/languages/index';
import type { Language } from '#src/languages/language';
import type { LinkField } from '#src/platform/secret-links/index';
import { PASSWORD_MIN_CHARACTERS } from '../domain/password-rule';
import { password } from '../registration';

/** The field of a form in which a password is chosen. */
export const passwordField = (language: Language): LinkField => {
  const { password: label, passwordHint: hint } = CATALOGUES[language].accountLinks;
  return {
    name: 'password',
    label,
    hint,
    type: 'password',
    autocomplete: 'new-password',
    required: true,
    minLength: PASSWORD_MIN_CHARACTERS,
  };
};

/** What such a form sends. */
export const passwordInput = z.strictObject({ password });
