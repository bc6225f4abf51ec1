import type { Core } from '@strapi/strapi';
import { findById } from '#src/extensions/users-permissions/find-account';
import { subjectOf } from '#src/extensions/users-permissions/links/linked-account';
import { CATALOGUES } from '#src/languages/index';
import type { Letter } from '#src/platform/mail/domain/letter';
import { letterheadOf } from '#src/platform/mail/letterhead';
import { linkUrl } from '#src/platform/mail/link-url';
import type { MailKind } from '#src/platform/mail/mail-queue';
import { newLink } from '#src/platform/secret-links/index';
import { sqlOf } from '#src/platform/sql/sql';
import { dayInWords } from '../domain/in-words';
import { exportById } from './exports';
import { EXPORT } from './names';

interface ReadyExport {
  readonly exportId: string;
}

async function compose(strapi: Core.Strapi, { exportId }: ReadyExport): Promise<Letter | undefined> {
  const sql = sqlOf(strapi);
  const stored = await exportById(sql, exportId);
  const account = stored?.readyAt ? await findById(sql, stored.accountId) : undefined;
  if (!stored || !account || account.blocked) return undefined;
  const { language, endsAt } = stored;
  // It ends with the address that it was mailed to. As every link of an account, it begins with the account's id.
  const subject = `${subjectOf(account, 'address')}/${exportId}`;
  const token = await newLink(sql, { purpose: EXPORT, subject, expiresAt: endsAt });
  const { sender } = await letterheadOf(strapi, language);
  const words = CATALOGUES[language].mails.dataRights.export({
    sender,
    until: dayInWords(endsAt, language),
    link: linkUrl(strapi, token, language),
  });
  return { to: account.email, language, ...words };
}

/** Says that an export is ready, with the link to it. */
export const exportMail: MailKind<ReadyExport> = { name: EXPORT, compose };
