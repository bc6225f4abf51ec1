import type { Core } from '@strapi/strapi';
import { CATALOGUES } from '../../languages';
import type { Catalogue } from '../../languages/catalogue';
import { languageFor } from '../../languages/language';
import type { Account as AccountSlots } from '../../languages/mail-slots';
import type { LetterWords, OwnUrl } from '../../languages/mail-text';
import type { Letter } from '../../platform/mail/domain/letter';
import { letterheadOf } from '../../platform/mail/letterhead';
import { linkUrl } from '../../platform/mail/link-url';
import { newLink } from '../../platform/secret-links';
import { sqlOf } from '../../platform/sql/sql';
import type { FoundAccount } from './find-account';
import { subjectOf } from './links/linked-account';
import { RESET } from './mail-names';

const HOUR_MS = 3_600_000;

type Words = Catalogue['mails']['accounts'];

/**
 * A letter to an account, in its language.
 * @param to another address of its owner
 */
export async function letterTo(
  strapi: Core.Strapi,
  account: FoundAccount,
  write: (words: Words, slots: Pick<AccountSlots, 'sender'>) => LetterWords,
  to = account.email,
): Promise<Letter> {
  const language = languageFor(account.language);
  const { sender } = await letterheadOf(strapi, language);
  return { to, language, ...write(CATALOGUES[language].mails.accounts, { sender }) };
}

/** The address of a new link, in the language of the account. */
export async function linkFor(
  strapi: Core.Strapi,
  { language }: FoundAccount,
  link: { purpose: string; subject: string; expiresAt: Date },
): Promise<OwnUrl> {
  return linkUrl(strapi, await newLink(sqlOf(strapi), link), languageFor(language));
}

/** A link to a new password. */
export const resetLinkFor = (strapi: Core.Strapi, account: FoundAccount): Promise<OwnUrl> =>
  linkFor(strapi, account, {
    purpose: RESET,
    subject: subjectOf(account, 'password'),
    expiresAt: new Date(Date.now() + HOUR_MS),
  });

/** Says to the owner of an account that somebody, maybe they, wanted to use its address. */
export async function accountExists(strapi: Core.Strapi, account: FoundAccount): Promise<Letter> {
  const link = await resetLinkFor(strapi, account);
  return letterTo(strapi, account, (words, slots) => words.exists({ ...slots, link }));
}
