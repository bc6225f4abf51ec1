import { z } from 'zod';
import type { Code } from '../../languages/catalogue';
import { LANGUAGES, spoken } from '../../languages/language';
import { personalAddress } from '../../domain/email-address';
import { emailField } from '../../platform/refusals/email-field';
import { coded } from '../../platform/refusals/zod-refusal';
import { checkPassword } from './domain/password-rule';

// A user name with an @ could be another person's e-mail address, and either can be used to log in; one's own is fine.
const USERNAME = /^[\p{L}\p{N}][\p{L}\p{N} ._+@-]*$/u;

const issue = (code: Code) => ({ error: code });

/** A new password. */
export const password = z.string(issue('value-missing')).superRefine((value, context) => {
  const decision = checkPassword(value);
  if (!decision.ok) context.addIssue({ code: 'custom', ...coded(decision.reason, decision.details) });
});

// `en-GB` means English, the language for mails.
const language = z.string(issue('value-malformed')).superRefine((tag, context) => {
  if (spoken(tag) === undefined)
    context.addIssue({
      code: 'custom',
      ...coded('locale-unknown', { found: tag, known: LANGUAGES.join(', ') }),
    });
});

/** A user name. */
export const username = z
  .string(issue('username-shape'))
  // Full-width letters and the like become the letters they look like, since names are shown next to each other.
  .transform((text) => text.normalize('NFKC').trim())
  .pipe(
    z
      .string()
      .min(3, issue('username-shape'))
      .max(120, issue('username-shape'))
      .regex(USERNAME, issue('username-shape')),
  );

/** Whether an account with this address may have this user name. */
export const mayBeCalled = (name: string, email: string): boolean =>
  !name.includes('@') || personalAddress(name) === email;

/** Body of `POST /api/auth/local/register`. Anything else is refused: role, confirmed, blocked, provider, id. */
export const registrationSchema = z
  .strictObject({ username, email: emailField, password, locale: language.optional() })
  .refine((body) => mayBeCalled(body.username, body.email), {
    path: ['username'],
    ...issue('username-shape'),
  });

export type Registration = z.infer<typeof registrationSchema>;

/** Body of `PUT /api/my/account`: what of an account its owner changes without a mail. */
export const accountChange = z.strictObject({ username: username.optional(), language: language.optional() });

export type AccountChange = z.infer<typeof accountChange>;
