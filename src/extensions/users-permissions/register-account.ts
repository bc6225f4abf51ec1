import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import { resolveLanguage, type Language } from '../../domain/language';
import { CONTRIBUTOR_ROLE } from '../../domain/content-api-access';
import { registrationSchema, type Registration, type RegistrationIssue } from './domain/registration';
import { REGISTRATION_MESSAGES } from './messages';
import { sendConfirmationMail } from './send-account-mails';
import { USER, type Account } from './user-uid';

const isIssue = (message: string): message is RegistrationIssue =>
  Object.hasOwn(REGISTRATION_MESSAGES, message);

const unknownKeys = (issue: z.core.$ZodIssue): string[] =>
  issue.code === 'unrecognized_keys' ? issue.keys : [];

/** A refusal that names every field. */
function refuse(error: z.ZodError, language: Language): errors.ValidationError {
  const details = error.issues.flatMap((issue) => {
    const unknown = unknownKeys(issue).map((key) => ({ path: [key], code: 'unknown-field' as const }));
    if (unknown.length > 0) return unknown;
    return [
      {
        path: issue.path.map(String),
        code: isIssue(issue.message) ? issue.message : ('unknown-field' as const),
      },
    ];
  });
  const sentences = details.map(({ path, code }) => ({
    path,
    code,
    message: REGISTRATION_MESSAGES[code][language].replaceAll('{field}', path.join('.')),
  }));
  return new errors.ValidationError(sentences.map(({ message }) => message).join(' '), { errors: sentences });
}

/**
 * Reads the body of a registration.
 * @throws ValidationError naming every field that is wrong or does not belong there
 */
export function parseRegistration(body: unknown, language: Language): Registration {
  const parsed = registrationSchema.safeParse(body ?? {});
  if (!parsed.success) throw refuse(parsed.error, language);
  return parsed.data;
}

async function contributorRole(strapi: Core.Strapi): Promise<number> {
  const role = (await strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: CONTRIBUTOR_ROLE } })) as { id: number } | null;
  if (!role)
    throw new errors.ApplicationError(
      `The role "${CONTRIBUTOR_ROLE}" is missing. Restart the server: it is made at start.`,
    );
  return role.id;
}

/**
 * Makes an unconfirmed account with the role contributor, and mails the confirmation link. The database refuses a
 * second account with the same e-mail address or user name; `unique-account.ts` turns that into an answer.
 * @param spoken the language of the request, used for mails unless the body names one
 */
export async function registerAccount(
  strapi: Core.Strapi,
  registration: Registration,
  spoken: Language,
): Promise<Account> {
  const { locale, ...data } = registration;
  const account = (await strapi.documents(USER).create({
    data: {
      ...data,
      provider: 'local',
      confirmed: false,
      blocked: false,
      role: await contributorRole(strapi),
      language: resolveLanguage({ locale: locale ?? spoken }),
    } as never,
  })) as unknown as Account;
  await sendConfirmationMail(strapi, account);
  return account;
}
