import type { Core } from '@strapi/strapi';
import { CONTRIBUTOR_ROLE } from '../../domain/content-api-access';
import { spoken, type Language } from '../../languages/language';
import { documentsOf } from '../../platform/strapi/documents';
import type { Registration } from './registration';
import { USER, type Account } from './user-uid';

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
 * Creates an account of a contributor.
 * @param requested the language of its mails, unless it names one
 * @param confirmed whether the address is known to be its owner's
 */
export const createAccount = async (
  strapi: Core.Strapi,
  { locale, ...data }: Registration,
  requested: Language,
  { confirmed = false } = {},
): Promise<Account> =>
  documentsOf<Account>(strapi, USER).create({
    data: {
      ...data,
      provider: 'local',
      confirmed,
      blocked: false,
      role: await contributorRole(strapi),
      language: spoken(locale) ?? requested,
    },
  });
