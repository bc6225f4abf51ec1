import type { Core } from '@strapi/strapi';
import { CATALOGUES } from '../../languages';
import type { Catalogue } from '../../languages/catalogue';
import { languageFor } from '../../languages/language';
import type { Account as AccountSlots } from '../../languages/mail-slots';
import type { LetterWords, OwnUrl } from '../../languages/mail-text';
import type { Letter } from '../../platform/mail/domain/letter';
import { letterheadOf } from '../../platform/mail/letterhead';
import { registerMail, type MailKind } from '../../platform/mail/mail-queue';
import { publicUrl } from '../../platform/mail/public-url';
import { pageAddress } from '../../platform/pages/pages';
import { linkUrl } from '../../platform/mail/link-url';
import { newLink, registerLinkPurpose } from '../../platform/secret-links';
import { sqlOf } from '../../platform/sql/sql';
import { findById, type FoundAccount } from './find-account';
import { confirmationLink } from './links/confirmation-link';
import { resetLink } from './links/reset-link';
import { subjectOf } from './links/linked-account';
import { ACCOUNT_EXISTS, CONFIRMATION, PASSWORD_CHANGED, RESET } from './mail-names';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

// Unconfirmed accounts go after that (src/extensions/users-permissions/personal-data.ts).
const CONFIRMATION_DAYS = 30;

interface ToAccount {
  readonly [id: `${string}Id`]: number;
  readonly accountId: number;
}

type Words = Catalogue['mails']['accounts'];

/** A letter to an account, in its language. */
async function letterTo(
  strapi: Core.Strapi,
  account: FoundAccount,
  write: (words: Words, slots: Pick<AccountSlots, 'sender'>) => LetterWords,
): Promise<Letter> {
  const language = languageFor(account.language);
  const { sender } = await letterheadOf(strapi, language);
  return { to: account.email, language, ...write(CATALOGUES[language].mails.accounts, { sender }) };
}

async function linkFor(
  strapi: Core.Strapi,
  { language }: FoundAccount,
  link: { purpose: string; subject: string; expiresAt: Date },
): Promise<OwnUrl> {
  return linkUrl(strapi, await newLink(sqlOf(strapi), link), languageFor(language));
}

const later = (milliseconds: number): Date => new Date(Date.now() + milliseconds);

const resetLinkFor = (strapi: Core.Strapi, account: FoundAccount): Promise<OwnUrl> =>
  linkFor(strapi, account, {
    purpose: RESET,
    subject: subjectOf(account, 'password'),
    expiresAt: later(HOUR_MS),
  });

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
    expiresAt: later(CONFIRMATION_DAYS * DAY_MS),
  });
  return letterTo(strapi, account, (words, slots) => words.confirmation({ ...slots, link }));
});

const reset = toAccount(RESET, async (strapi, account) => {
  const link = await resetLinkFor(strapi, account);
  return letterTo(strapi, account, (words, slots) => words.reset({ ...slots, link }));
});

const exists = toAccount(ACCOUNT_EXISTS, async (strapi, account) => {
  const link = await resetLinkFor(strapi, account);
  return letterTo(strapi, account, (words, slots) => words.exists({ ...slots, link }));
});

const passwordChanged = toAccount(PASSWORD_CHANGED, (strapi, account) => {
  const page = pageAddress(strapi, 'account-forgotten-password', languageFor(account.language));
  const link = publicUrl(strapi, page);
  return letterTo(strapi, account, (words, slots) => words.passwordChanged({ ...slots, link }));
});

/** Mails to accounts, and what their links do. Call in `register()`. */
export function registerAccountMails(strapi: Core.Strapi): void {
  for (const mail of [confirmation, reset, exists, passwordChanged]) registerMail(strapi, mail);
  for (const purpose of [confirmationLink, resetLink]) registerLinkPurpose(strapi, purpose);
}
