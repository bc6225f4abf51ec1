import { createHash, randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Language } from '#src/languages/language';
import { enqueue, type Queue } from '#src/platform/jobs/index';
import { linkWithSecret } from '#src/platform/mail/public-url';
import { sendMail } from '#src/platform/mail/send-mail';
import { consume, refund } from '#src/platform/rate-limit/rate-limit';
import { sqlOf } from '#src/platform/sql/sql';
import { INVITATION_MAILS_TO_ONE_A_DAY } from '../domain/ceilings';
import { CATALOGUES } from '#src/languages/index';
import { businessName } from './business-name';
import * as SQL from './invitations.sql';

/** An invitation to be mailed. The link is not included: it is created with the mail and stored nowhere else. */
interface InvitationMail {
  readonly invitationId: string;
  readonly language: Language;
}

const QUEUE: Pick<Queue<InvitationMail>, 'name'> = { name: 'self-service-invitation-mail' };

/** Mails an invitation when the surrounding transaction commits. */
export const queueInvitationMail = (strapi: Core.Strapi, mail: InvitationMail): Promise<string> =>
  enqueue(strapi, QUEUE, mail);

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

export const newToken = (): string => randomBytes(32).toString('hex');

async function send(strapi: Core.Strapi, { invitationId, language }: InvitationMail): Promise<void> {
  const token = newToken();
  const [open] = await sqlOf(strapi)<{ business: string; email: string; by: string }>(SQL.NEW_TOKEN_SQL, {
    id: invitationId,
    tokenHash: hashOf(token),
  });
  // Revoked, accepted or expired in the meantime.
  if (!open) return;
  const content = CATALOGUES[language].mails.contributors.invitation({
    by: open.by,
    business: await businessName(strapi, open.business),
    link: linkWithSecret(strapi, '/account/invitation.html', { token }),
  });
  await sendMail(strapi, { to: open.email, ...content });
}

/** Sends a person's invitations; beyond three a day, from any business, they wait for the next day. */
async function sendInDue(strapi: Core.Strapi, mail: InvitationMail): Promise<void> {
  const [open] = await sqlOf(strapi)<{ email: string }>(SQL.OPEN_SQL, { id: mail.invitationId });
  if (!open) return;
  const decision = await consume(strapi, INVITATION_MAILS_TO_ONE_A_DAY, open.email);
  if (!decision.ok) {
    await enqueue(strapi, QUEUE, mail, { afterSeconds: decision.retryAfterSeconds });
    return;
  }
  try {
    await send(strapi, mail);
  } catch (error) {
    await refund(strapi, INVITATION_MAILS_TO_ONE_A_DAY, open.email);
    throw error;
  }
}

export const invitationMailQueue = (strapi: Core.Strapi): Queue<InvitationMail> => ({
  ...QUEUE,
  handle: ({ data }) => sendInDue(strapi, data),
});
