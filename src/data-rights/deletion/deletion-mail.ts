import type { Core } from '@strapi/strapi';
import { findById } from '#src/extensions/users-permissions/find-account';
import { CATALOGUES } from '#src/languages/index';
import { languageFor } from '#src/languages/language';
import type { Letter } from '#src/platform/mail/domain/letter';
import { letterheadOf } from '#src/platform/mail/letterhead';
import { linkUrl } from '#src/platform/mail/link-url';
import type { MailKind } from '#src/platform/mail/mail-queue';
import { newLink } from '#src/platform/secret-links/index';
import { sqlOf } from '#src/platform/sql/sql';
import { dayInWords } from '../domain/in-words';
import { deletionById } from './deletions';
import { linkSubject } from './link-subject';
import { DELETION_UNDO } from './names';

interface PendingDeletion {
  readonly deletionId: string;
}

async function compose(strapi: Core.Strapi, { deletionId }: PendingDeletion): Promise<Letter | undefined> {
  const sql = sqlOf(strapi);
  const pending = await deletionById(sql, deletionId);
  const account = pending && (await findById(sql, pending.accountId));
  if (!pending || !account) return undefined;
  const { listings, dueAt } = pending;
  const language = languageFor(account.language);
  const subject = linkSubject(pending);
  const token = await newLink(sql, { purpose: DELETION_UNDO, subject, expiresAt: dueAt });
  const { sender } = await letterheadOf(strapi, language);
  const words = CATALOGUES[language].mails.dataRights.deletion({
    sender,
    day: dayInWords(dueAt, language),
    listings,
    link: linkUrl(strapi, token, language),
  });
  return { to: account.email, language, ...words };
}

/** Says that the account will be deleted, what that means, and how it is kept. */
export const deletionMail: MailKind<PendingDeletion> = { name: DELETION_UNDO, compose };
