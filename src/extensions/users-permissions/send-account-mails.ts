import type { Core } from '@strapi/strapi';
import { languageFor } from '../../languages/language';
import { linkWithSecret, publicUrl } from '../../platform/mail/public-url';
import { sendMail } from '../../platform/mail/send-mail';
import { createConfirmationToken, createResetToken, hashToken } from './account-tokens';
import { CATALOGUES } from '../../languages';
import { USER, type Account } from './user-uid';

const mailsOf = ({ language }: Account) => CATALOGUES[languageFor(language)].mails.accounts;

/** Gives the account a new confirmation token (replacing earlier ones) and mails the link. */
export async function sendConfirmationMail(strapi: Core.Strapi, account: Account): Promise<void> {
  const token = createConfirmationToken();
  await strapi.db
    .query(USER)
    .update({ where: { id: account.id }, data: { confirmationToken: hashToken(token) } });
  const link = publicUrl(strapi, '/api/auth/email-confirmation', { confirmation: token });
  const mail = mailsOf(account).confirmation({ link });
  await sendMail(strapi, { to: account.email, ...mail });
}

/** Gives the account a new reset token for an hour (replacing earlier ones) and mails the link. */
export async function sendResetMail(strapi: Core.Strapi, account: Account, now: Date): Promise<void> {
  const token = createResetToken(now);
  await strapi.db
    .query(USER)
    .update({ where: { id: account.id }, data: { resetPasswordToken: hashToken(token) } });
  const link = linkWithSecret(strapi, '/account/reset-password.html', { code: token });
  const mail = mailsOf(account).reset({ link });
  await sendMail(strapi, { to: account.email, ...mail });
}
