import { z } from 'zod';
import type { Code } from '../../languages/catalogue';
import { LANGUAGES, spoken } from '../../languages/language';
import { coded } from '../../platform/refusals/zod-refusal';
import { checkPassword } from './domain/password-rule';

// A user name with an @ could be another person's e-mail address, and either can be used to log in; one's own is fine.
const USERNAME = /^[\p{L}\p{N}][\p{L}\p{N} ._+@-]*$/u;

// As in src/domain/email-address.ts, limited to what mail servers accept: RFC 5321, 4.5.3.1.
const EMAIL = /^[^\s@<>()[\]\\,;:"]{1,64}@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;

const issue = (code: Code) => ({ error: code });

const password = z.string(issue('value-missing')).superRefine((value, context) => {
  const decision = checkPassword(value);
  if (!decision.ok) context.addIssue({ code: 'custom', ...coded(decision.reason, decision.details) });
});

// `en-GB` means English, the language for mails.
const locale = z.string(issue('value-malformed')).superRefine((tag, context) => {
  if (spoken(tag) === undefined)
    context.addIssue({
      code: 'custom',
      ...coded('locale-unknown', { found: tag, known: LANGUAGES.join(', ') }),
    });
});

/** Body of `POST /api/auth/local/register`. Anything else is refused: role, confirmed, blocked, provider, id. */
export const registrationSchema = z
  .strictObject({
    username: z
      .string(issue('username-shape'))
      // Full-width letters and the like become the letters they look like, since names are shown next to each other.
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
    locale: locale.optional(),
  })
  .refine(({ username, email }) => !username.includes('@') || username.toLowerCase() === email, {
    path: ['username'],
    ...issue('username-shape'),
  });

export type Registration = z.infer<typeof registrationSchema>;
