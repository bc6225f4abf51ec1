import type { Core } from '@strapi/strapi';
import { CATALOGUES } from '#src/languages/index';
import type { Letter } from '#src/platform/mail/domain/letter';
import { letterheadOf } from '#src/platform/mail/letterhead';
import { linkUrl } from '#src/platform/mail/link-url';
import type { MailKind } from '#src/platform/mail/mail-queue';
import { readPerson } from '#src/platform/people/people';
import { DAY } from '#src/platform/rate-limit/domain/rule';
import { newLink } from '#src/platform/secret-links/index';
import { sqlOf } from '#src/platform/sql/sql';
import { knownOf } from './known-of';
import { OWN_DATA } from './names';

// To look, and to delete this and then that.
const USES = 20;

interface Asked {
  readonly personId: string;
}

async function compose(strapi: Core.Strapi, { personId }: Asked): Promise<Letter | undefined> {
  const sql = sqlOf(strapi);
  const person = await readPerson(sql, personId);
  if (!person) return undefined;
  const { email, locale: language } = person;
  const { sender } = await letterheadOf(strapi, language);
  const words = CATALOGUES[language].mails.dataRights;
  const { found, hasAccount } = await knownOf(strapi, email);
  if (found.length === 0 && !hasAccount) return { to: email, language, ...words.nothing({ sender }) };
  // Not deleted with the person: once everything is erased, it says so.
  const token = await newLink(sql, {
    purpose: OWN_DATA,
    subject: personId,
    expiresAt: new Date(Date.now() + DAY * 1_000),
    uses: USES,
  });
  return { to: email, language, ...words.ownData({ sender, link: linkUrl(strapi, token, language) }) };
}

/** Tells somebody what is known of their address, by a link to it; or that nothing is. */
export const ownDataMail: MailKind<Asked> = { name: OWN_DATA, compose };
