import type { Core } from '@strapi/strapi';
import { queueMail } from '../../platform/mail/mail-queue';
import { documentsOf } from '../../platform/strapi/documents';
import { assertNotGuessable } from '../passwords/assert-not-guessable';
import type { FoundAccount } from './find-account';
import { PASSWORD_CHANGED } from './mail-names';
import { USER } from './user-uid';

/**
 * Gives an account the password that its owner has chosen by a link in a mail, which confirms its address as well. Ends
 * all sessions, and tells the owner by mail. Call in a transaction.
 * @param further what else of the account changes
 * @throws Refusal `password-common`
 */
export async function setPassword(
  strapi: Core.Strapi,
  account: FoundAccount,
  password: string,
  further: { readonly email?: string; readonly username?: string } = {},
): Promise<void> {
  await assertNotGuessable(strapi, password, [account, further]);
  const { documentId, id } = account;
  await documentsOf(strapi, USER).update({ documentId, data: { ...further, password, confirmed: true } });
  await strapi.sessionManager('users-permissions').invalidateRefreshToken(String(id));
  await queueMail(strapi, PASSWORD_CHANGED, { accountId: id });
}
