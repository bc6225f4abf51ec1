import type { Core } from '@strapi/strapi';
import { languageFor } from '../../languages/language';
import type { Letter } from '../../platform/mail/domain/letter';
import { registerMail, type MailKind } from '../../platform/mail/mail-queue';
import { publicUrl } from '../../platform/mail/public-url';
import { pageAddress } from '../../platform/pages/pages';
import { registerLinkPurpose } from '../../platform/secret-links';
import { sqlOf } from '../../platform/sql/sql';
import { accountExists, letterTo, linkFor, resetLinkFor } from './account-letter';
import { emailChangeLinks } from './email-change/email-change-links';
import { emailChangeMails } from './email-change/email-change-mails';
import { findById, type FoundAccount } from './find-account';
import { confirmationLink } from './links/confirmation-link';
import { resetLink } from './links/reset-link';
import { subjectOf } from './links/linked-account';
import { ACCOUNT_EXISTS, CONFIRMATION, PASSWORD_CHANGED, RESET } from './mail-names';

const DAY_MS = 86_400_000;

// Unconfirmed accounts go after that (src/extensions/users-permissions/personal-data.ts).
const CONFIRMATION_DAYS = 30;

interface ToAccount {
  readonly [id: `${string}Id`]: number;
  readonly accountId: number;
}

/** A mail to an account that is there and not blocked. */
const toAccount = (
  name: string,
  compose: (strapi: Core.Strapi, account: FoundAccount) => Promise<Letter | undefined>,
): MailKind<ToAccount> => ({
  name,
  async compose(strapi, { accountId }) {
    const account = await findById(sqlOf(strapi), accountId);
    return account && !account.blocked ? compose(strapi, account) : undefined;
  },
});

const confirmation = toAccount(CONFIRMATION, async (strapi, account) => {
  if (account.confirmed) return undefined;
  const link = await linkFor(strapi, account, {
    purpose: CONFIRMATION,
    subject: subjectOf(account, 'address'),
    expiresAt: new Date(Date.now() + CONFIRMATION_DAYS * DAY_MS),
  });
  return letterTo(strapi, account, (words, slots) => words.confirmation({ ...slots, link }));
});

const reset = toAccount(RESET, async (strapi, account) => {
  const link = await resetLinkFor(strapi, account);
  return letterTo(strapi, account, (words, slots) => words.reset({ ...slots, link }));
});

const exists = toAccount(ACCOUNT_EXISTS, accountExists);

const passwordChanged = toAccount(PASSWORD_CHANGED, (strapi, account) => {
  const page = pageAddress(strapi, 'account-forgotten-password', languageFor(account.language));
  const link = publicUrl(strapi, page);
  return letterTo(strapi, account, (words, slots) => words.passwordChanged({ ...slots, link }));
});

/** Mails to accounts, and what their links do. Call in `register()`. */
export function registerAccountMails(strapi: Core.Strapi): void {
  for (const mail of [confirmation, reset, exists, passwordChanged]) registerMail(strapi, mail);
  for (const mail of emailChangeMails) registerMail(strapi, mail);
  for (const purpose of [confirmationLink, resetLink, ...emailChangeLinks])
    registerLinkPurpose(strapi, purpose);
}
