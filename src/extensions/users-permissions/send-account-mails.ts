import type { Core } from '@strapi/strapi';
import { CATALOGUES } from '../../languages';
import type { Catalogue } from '../../languages/catalogue';
import { languageFor } from '../../languages/language';
import type { OwnUrl } from '../../languages/mail-text';
import { letterheadOf } from '../../platform/mail/letterhead';
import { pageAddress } from '../../platform/pages/pages';
import { linkWithSecret, publicUrl } from '../../platform/mail/public-url';
import { sendNow } from '../../platform/mail/send-now';
import { createConfirmationToken, createResetToken, hashToken } from './account-tokens';
import { USER, type Account } from './user-uid';

/** One of the mails to an account, with its link, in the language of the account. */
async function sendAccountMail(
  strapi: Core.Strapi,
  { email, language: tag }: Account,
  kind: keyof Catalogue['mails']['accounts'],
  link: OwnUrl,
): Promise<void> {
  const language = languageFor(tag);
  const { sender } = await letterheadOf(strapi, language);
  const words = CATALOGUES[language].mails.accounts[kind]({ link, sender });
  await sendNow(strapi, { to: email, language, ...words });
}

/** Gives the account a new confirmation token (replacing earlier ones) and mails the link. */
export async function sendConfirmationMail(strapi: Core.Strapi, account: Account): Promise<void> {
  const token = createConfirmationToken();
  await strapi.db
    .query(USER)
    .update({ where: { id: account.id }, data: { confirmationToken: hashToken(token) } });
  const link = publicUrl(strapi, '/api/auth/email-confirmation', { confirmation: token });
  await sendAccountMail(strapi, account, 'confirmation', link);
}

/** A new link for an hour, replacing earlier ones, to choose a password. */
async function resetLink(strapi: Core.Strapi, account: Account) {
  const token = createResetToken(new Date());
  await strapi.db
    .query(USER)
    .update({ where: { id: account.id }, data: { resetPasswordToken: hashToken(token) } });
  return linkWithSecret(strapi, '/account/reset-password.html', { code: token });
}

/** Mails a link to choose a new password. */
export const sendResetMail = async (strapi: Core.Strapi, account: Account): Promise<void> =>
  sendAccountMail(strapi, account, 'reset', await resetLink(strapi, account));

/** To the owner of an account whose address was registered again: that there is one, and a link to a new password. */
export const sendAccountExistsMail = async (strapi: Core.Strapi, account: Account): Promise<void> =>
  sendAccountMail(strapi, account, 'exists', await resetLink(strapi, account));

/** After a new password, by whatever path. */
export function sendPasswordChangedMail(strapi: Core.Strapi, account: Account): Promise<void> {
  const page = pageAddress(strapi, 'account-forgotten-password', languageFor(account.language));
  return sendAccountMail(strapi, account, 'passwordChanged', publicUrl(strapi, page));
}

/** Sends a mail after the answer, since the time it takes would tell that there is an account. */
export function inBackground(strapi: Core.Strapi, sending: Promise<void>): void {
  void sending.catch((error: unknown) => strapi.log.error('An account mail could not be sent.', { error }));
}
