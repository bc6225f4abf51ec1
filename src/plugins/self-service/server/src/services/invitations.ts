import { createHash, randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Language } from '../../../../../domain/language';
import { linkWithSecret } from '../../../../../mail/public-url';
import { sendMail } from '../../../../../mail/send-mail';
import { inTransaction, sqlOf } from '../../../../../sql/sql';
import type { Actor } from '../domain/actor';
import { invitationEnd } from '../domain/invitation';
import { INVITATION_MAIL } from '../domain/mail-texts';
import { refused } from '../refused';
import { businessName } from './business-name';
import * as SQL from './invitations.sql';
import { addManager, lockManagers, managersOf } from './memberships';

/** An open invitation as managers see it; the token is in the mail only. */
export interface Invitation {
  id: string;
  business: string;
  email: string;
  createdAt: Date;
  endsAt: Date;
}

const hash = (token: string): string => createHash('sha256').update(token).digest('hex');

interface NewInvitation {
  business: string;
  email: string;
  by: Actor;
  language: Language;
  now: Date;
}

/**
 * Invites someone by e-mail to manage a business, for 14 days and one use.
 * @throws Refused when the address belongs to a manager already
 */
export async function invite(strapi: Core.Strapi, invitation: NewInvitation): Promise<Invitation> {
  const { business, email, by, language, now } = invitation;
  const managers = await managersOf(strapi, business);
  if (managers.some((manager) => manager.email.toLowerCase() === email))
    throw refused('already-manager', ['email']);
  const token = randomBytes(32).toString('hex');
  const [created] = await sqlOf(strapi)<Invitation>(SQL.INVITE_SQL, {
    business,
    email,
    tokenHash: hash(token),
    invitedBy: by.id,
    endsAt: invitationEnd(now),
  });
  if (!created) throw new Error('The invitation was not stored.');
  const link = linkWithSecret(strapi, '/account/invitation.html', { token });
  const name = await businessName(strapi, business);
  await sendMail(strapi, {
    to: email,
    ...INVITATION_MAIL[language]({ by: by.username, business: name, link }),
  });
  return created;
}

/** Open invitations of a business. */
export const listInvitations = (strapi: Core.Strapi, business: string): Promise<Invitation[]> =>
  sqlOf(strapi)<Invitation>(SQL.LIST_SQL, { business });

/** Takes an open invitation back. */
export async function revokeInvitation(strapi: Core.Strapi, business: string, id: string): Promise<void> {
  const [gone] = await sqlOf(strapi)<Invitation>(SQL.REVOKE_SQL, { business, id });
  if (!gone) throw refused('not-found');
}

/**
 * Makes the account a manager, if the link is good and was sent to its e-mail address.
 * @returns the document id of the business
 */
export async function acceptInvitation(
  strapi: Core.Strapi,
  token: string,
  actor: Actor,
  now: Date,
): Promise<string> {
  return inTransaction(strapi, async (sql) => {
    const [used] = await sql<Invitation>(SQL.ACCEPT_SQL, {
      tokenHash: hash(token),
      accountId: actor.id,
      email: actor.email,
    });
    if (!used) throw refused('invitation-invalid', ['token']);
    await lockManagers(sql, used.business);
    const managers = await managersOf(strapi, used.business);
    // Nobody left who could stand for the invitation: the business is gone or in the editors' hands.
    if (managers.length === 0) throw refused('invitation-invalid', ['token']);
    if (!managers.some(({ accountId }) => accountId === actor.id))
      await addManager(strapi, { business: used.business, accountId: actor.id, role: 'manager', since: now });
    return used.business;
  });
}
