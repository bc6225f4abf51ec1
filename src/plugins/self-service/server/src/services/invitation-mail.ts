import type { Core } from '@strapi/strapi';
import { CATALOGUES } from '#src/languages/index';
import type { Language } from '#src/languages/language';
import type { Letter } from '#src/platform/mail/domain/letter';
import { queueMail, type MailKind } from '#src/platform/mail/mail-queue';
import { linkUrl } from '#src/platform/mail/link-url';
import { newLink } from '#src/platform/secret-links/index';
import { sqlOf, type Sql } from '#src/platform/sql/sql';
import { INVITATION_MAILS_TO_ONE_A_DAY } from '../domain/ceilings';
import { businessName } from './business-name';
import * as SQL from './invitations.sql';

/** An invitation to be mailed. The link is not included: it is created with the mail and stored nowhere else. */
interface InvitationMail {
  readonly invitationId: string;
  /** Of the one who invites. */
  readonly language: Language;
}

/** The name of the mail, and the purpose of the link in it. */
export const INVITATION = 'invitation';

/** Mails an invitation when the surrounding transaction commits. */
export const queueInvitationMail = (strapi: Core.Strapi, ref: InvitationMail): Promise<void> =>
  queueMail(strapi, INVITATION, { ...ref });

/** An invitation that was accepted or still can be. */
export interface InvitationNow {
  readonly id: string;
  readonly business: string;
  readonly email: string;
  readonly endsAt: Date;
  readonly acceptedAt: Date | null;
  /** Who invites. */
  readonly by: string;
}

/** @returns `undefined` if it was taken back or has expired, or who invites is gone */
export async function invitationNow(sql: Sql, id: string): Promise<InvitationNow | undefined> {
  const [found] = await sql<InvitationNow>(SQL.NOW_SQL, { id });
  return found;
}

/** The same, if it can still be accepted. */
export async function openInvitation(sql: Sql, id: string): Promise<InvitationNow | undefined> {
  const found = await invitationNow(sql, id);
  return found?.acceptedAt ? undefined : found;
}

async function compose(
  strapi: Core.Strapi,
  { invitationId, language }: InvitationMail,
): Promise<Letter | undefined> {
  const sql = sqlOf(strapi);
  const open = await openInvitation(sql, invitationId);
  if (!open) return undefined;
  const { by, email, endsAt } = open;
  const token = await newLink(sql, { purpose: INVITATION, subject: invitationId, expiresAt: endsAt });
  const words = CATALOGUES[language].mails.contributors.invitation({
    by,
    business: await businessName(strapi, open.business),
    link: linkUrl(strapi, token, language),
  });
  return { to: email, language, ...words };
}

export const invitationMail: MailKind<InvitationMail> = {
  name: INVITATION,
  compose,
  atMost: INVITATION_MAILS_TO_ONE_A_DAY,
};
