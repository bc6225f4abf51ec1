import { createHash, randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { businessType } from '#src/listing/listing-types';
import type { Language } from '#src/languages/language';
import { subjectOfLink } from '#src/platform/secret-links/index';
import { inTransaction, sqlOf, type Sql } from '#src/platform/sql/sql';
import type { Actor } from '../domain/actor';
import { INVITATIONS_A_DAY } from '../domain/ceilings';
import { refused } from '#src/platform/refusals/refusal';
import { assertMoreInvitations, withinToday } from './ceilings';
import { queueAcceptedMails } from './accepted-mail';
import { INVITATION, queueInvitationMail } from './invitation-mail';
import * as SQL from './invitations.sql';
import { addManager, lockManagers, managersOf } from './memberships';

// An invitation is valid for two weeks.
const LIFETIME_DAYS = 14;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** When an invitation sent now expires. */
const invitationEnd = (now: Date): Date => new Date(now.getTime() + LIFETIME_DAYS * 86_400_000);

/** An open invitation as managers see it; the token is only in the mail. */
export interface Invitation {
  id: string;
  business: string;
  email: string;
  createdAt: Date;
  endsAt: Date;
}

interface NewInvitation {
  business: string;
  email: string;
  by: Actor;
  language: Language;
  now: Date;
}

/** No invitations to a business that no editor has looked at yet: its name could say anything. */
async function assertKnown(strapi: Core.Strapi, sql: Sql, business: string): Promise<void> {
  const { uid } = businessType(strapi);
  const [row] = await sql<{ known: boolean }>(SQL.KNOWN_SQL, { uid, business });
  if (!row?.known) throw refused('invitation-too-early');
}

/**
 * Invites someone by e-mail to manage a business; valid for 14 days and one use.
 * @throws Refusal `already-manager`, `invitation-too-early`, `invitations-open`, `invitations-today`
 */
export const invite = (strapi: Core.Strapi, invitation: NewInvitation): Promise<Invitation> =>
  withinToday(strapi, { rule: INVITATIONS_A_DAY, reason: 'invitations-today', actor: invitation.by }, () =>
    storeInvitation(strapi, invitation),
  );

function storeInvitation(strapi: Core.Strapi, invitation: NewInvitation): Promise<Invitation> {
  const { business, email, by, language, now } = invitation;
  return inTransaction(strapi, async (sql) => {
    await assertKnown(strapi, sql, business);
    const managers = await managersOf(strapi, business);
    if (managers.some((manager) => manager.email.toLowerCase() === email))
      throw refused('already-manager', ['email']);
    await assertMoreInvitations(sql, business, email);
    const [created] = await sql<Invitation>(SQL.INVITE_SQL, {
      business,
      email,
      // Matches no link: those that are mailed are in a table of their own.
      tokenHash: hashOf(randomBytes(32).toString('hex')),
      invitedBy: by.id,
      endsAt: invitationEnd(now),
    });
    if (!created) throw new Error('The invitation was not stored.');
    await queueInvitationMail(strapi, { invitationId: created.id, language });
    return created;
  });
}

/** Open invitations of a business. */
export const listInvitations = (strapi: Core.Strapi, business: string): Promise<Invitation[]> =>
  sqlOf(strapi)<Invitation>(SQL.LIST_SQL, { business });

/** Revokes an open invitation. */
export async function revokeInvitation(strapi: Core.Strapi, business: string, id: string): Promise<void> {
  const [gone] = await sqlOf(strapi)<Invitation>(SQL.REVOKE_SQL, { business, id });
  if (!gone) throw refused('not-found');
}

/**
 * Makes an account a manager by an open invitation.
 * @returns the document id of the business
 * @throws Refusal `invitation-invalid`
 */
export async function acceptOpen(
  strapi: Core.Strapi,
  sql: Sql,
  accepted: { id: string; accountId: number },
  now: Date,
): Promise<string> {
  const { accountId } = accepted;
  const [used] = await sql<Invitation>(SQL.ACCEPT_SQL, accepted);
  if (!used) throw refused('invitation-invalid', ['token']);
  await lockManagers(sql, used.business);
  const managers = await managersOf(strapi, used.business);
  // No manager is left to vouch for the invitation: the business is gone or back with the editors.
  if (managers.length === 0) throw refused('invitation-invalid', ['token']);
  if (managers.some((manager) => manager.accountId === accountId)) return used.business;
  await addManager(strapi, { business: used.business, accountId, role: 'manager', since: now });
  await queueAcceptedMails(strapi, used.id, managers);
  return used.business;
}

/**
 * Makes the account a manager if the link is valid and was sent to its e-mail address.
 * @param token of the link, as in its address; those that a release up to 0.1 mailed are in the table of invitations
 * @returns the document id of the business
 */
export const acceptInvitation = (
  strapi: Core.Strapi,
  token: string,
  { id: accountId, email }: Actor,
  now: Date,
): Promise<string> =>
  inTransaction(strapi, async (sql) => {
    const subject = (await subjectOfLink(sql, token, INVITATION)) ?? null;
    const [open] = await sql<Invitation>(SQL.OPEN_SQL, { subject, tokenHash: hashOf(token), email });
    if (!open) throw refused('invitation-invalid', ['token']);
    return acceptOpen(strapi, sql, { id: open.id, accountId }, now);
  });
