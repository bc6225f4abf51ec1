import type { Core } from '@strapi/strapi';
import { spoken, type Language } from '../../languages/language';
import { CONTRIBUTOR_ROLE } from '../../domain/content-api-access';
import { parse } from '../../platform/refusals/zod-refusal';
import { registrationSchema, type Registration } from './registration';
import { sendConfirmationMail } from './send-account-mails';
import { USER, type Account } from './user-uid';
import { documentsOf } from '../../platform/strapi/documents';

/**
 * Reads the body of a registration.
 * @throws Refusal naming every wrong or unexpected field
 */
export const parseRegistration = (body: unknown): Registration => parse(registrationSchema, body);

async function contributorRole(strapi: Core.Strapi): Promise<number> {
  const role = (await strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: CONTRIBUTOR_ROLE } })) as { id: number } | null;
  if (!role)
    throw new Error(
      `The role "${CONTRIBUTOR_ROLE}" is missing. Restart the server: it is created at the start.`,
    );
  return role.id;
}

/**
 * Creates an unconfirmed account with the role contributor, and mails the confirmation link. The database refuses a
 * second account with the same e-mail address or user name; `unique-account.ts` turns that into an answer.
 * @param requested the language of the request, used for mails unless the body specifies one
 */
export async function registerAccount(
  strapi: Core.Strapi,
  registration: Registration,
  requested: Language,
): Promise<Account> {
  const { locale, ...data } = registration;
  const account = await documentsOf<Account>(strapi, USER).create({
    data: {
      ...data,
      provider: 'local',
      confirmed: false,
      blocked: false,
      role: await contributorRole(strapi),
      language: spoken(locale) ?? requested,
    },
  });
  await sendConfirmationMail(strapi, account);
  return account;
}
