import { createHash, randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { CATALOGUES } from '#src/languages/index';
import type { Language } from '#src/languages/language';
import type { Letter } from '#src/platform/mail/domain/letter';
import { queueMail, type MailKind } from '#src/platform/mail/mail-queue';
import { linkWithSecret } from '#src/platform/mail/public-url';
import { sqlOf } from '#src/platform/sql/sql';
import { INVITATION_MAILS_TO_ONE_A_DAY } from '../domain/ceilings';
import { businessName } from './business-name';
import * as SQL from './invitations.sql';

/** An invitation to be mailed. The link is not included: it is created with the mail and stored nowhere else. */
interface InvitationMail {
  readonly invitationId: string;
  /** Of the one who invites. */
  readonly language: Language;
}

const NAME = 'invitation';

/** Mails an invitation when the surrounding transaction commits. */
export const queueInvitationMail = (strapi: Core.Strapi, ref: InvitationMail): Promise<void> =>
  queueMail(strapi, NAME, { ...ref });

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

export const newToken = (): string => randomBytes(32).toString('hex');

async function compose(
  strapi: Core.Strapi,
  { invitationId, language }: InvitationMail,
): Promise<Letter | undefined> {
  const token = newToken();
  const [open] = await sqlOf(strapi)<{ business: string; email: string; by: string }>(SQL.NEW_TOKEN_SQL, {
    id: invitationId,
    tokenHash: hashOf(token),
  });
  // Revoked, accepted or expired in the meantime.
  if (!open) return undefined;
  const words = CATALOGUES[language].mails.contributors.invitation({
    by: open.by,
    business: await businessName(strapi, open.business),
    link: linkWithSecret(strapi, '/account/invitation.html', { token }),
  });
  return { to: open.email, language, ...words };
}

export const invitationMail: MailKind<InvitationMail> = {
  name: NAME,
  compose,
  atMost: INVITATION_MAILS_TO_ONE_A_DAY,
};
