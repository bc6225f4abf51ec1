import type { Core } from '@strapi/strapi';
import { CATALOGUES } from '../../languages';
import { languageFor } from '../../languages/language';
import type { OwnUrl } from '../../languages/mail-text';
import { letterheadOf } from '../../platform/mail/letterhead';
import { linkWithSecret, publicUrl } from '../../platform/mail/public-url';
import { sendNow } from '../../platform/mail/send-now';
import { createConfirmationToken, createResetToken, hashToken } from './account-tokens';
import { USER, type Account } from './user-uid';

/** One of the mails to an account, with its link, in the language of the account. */
async function sendAccountMail(
  strapi: Core.Strapi,
  { email, language: tag }: Account,
  kind: 'confirmation' | 'reset',
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

/** Gives the account a new reset token for an hour (replacing earlier ones) and mails the link. */
export async function sendResetMail(strapi: Core.Strapi, account: Account, now: Date): Promise<void> {
  const token = createResetToken(now);
  await strapi.db
    .query(USER)
    .update({ where: { id: account.id }, data: { resetPasswordToken: hashToken(token) } });
  const link = linkWithSecret(strapi, '/account/reset-password.html', { code: token });
  await sendAccountMail(strapi, account, 'reset', link);
}
