import { z } from 'zod';
import type { Language } from '../../../domain/language';
import { checkPassword } from './password-rule';

/** Codes of what can be wrong with a registration; `messages.ts` has the sentences. */
export type RegistrationIssue =
  'unknown-field' | 'username-shape' | 'email-shape' | 'password-short' | 'password-long' | 'locale-shape';

// A user name with an @ could be another person's e-mail address, and logging in takes either; one's own is fine.
const USERNAME = /^[\p{L}\p{N}][\p{L}\p{N} ._+@-]*$/u;

// As in src/domain/email-address.ts, kept to what mail servers take: RFC 5321, 4.5.3.1.
const EMAIL = /^[^\s@<>()[\]\\,;:"]{1,64}@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;

const issue = (code: RegistrationIssue) => ({ error: code });

const password = z.string(issue('password-short')).superRefine((value, context) => {
  const decision = checkPassword(value);
  if (!decision.ok) context.addIssue({ code: 'custom', message: decision.reason });
});

/** Body of `POST /api/auth/local/register`. Anything else in it is refused: role, confirmed, blocked, provider, id. */
export const registrationSchema = z
  .strictObject({
    username: z
      .string(issue('username-shape'))
      // Full-width letters and the like are the letters they look like: names stand beside names.
      .transform((text) => text.normalize('NFKC').trim())
      .pipe(
        z
          .string()
          .min(3, issue('username-shape'))
          .max(120, issue('username-shape'))
          .regex(USERNAME, issue('username-shape')),
      ),
    email: z
      .string(issue('email-shape'))
      .transform((text) => text.trim().toLowerCase())
      .pipe(z.string().max(254, issue('email-shape')).regex(EMAIL, issue('email-shape'))),
    password,
    locale: z.enum(['de', 'en'] satisfies Language[], issue('locale-shape')).optional(),
  })
  .refine(({ username, email }) => !username.includes('@') || username.toLowerCase() === email, {
    path: ['username'],
    ...issue('username-shape'),
  });

export type Registration = z.infer<typeof registrationSchema>;
