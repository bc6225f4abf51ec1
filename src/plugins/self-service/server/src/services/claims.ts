import type { Core } from '@strapi/strapi';
import { resolveLanguage } from '../../../../../domain/language';
import { sendMail } from '../../../../../mail/send-mail';
import { inTransaction, sqlOf } from '../../../../../sql/sql';
import type { Actor } from '../domain/actor';
import { CLAIM_MAIL } from '../domain/mail-texts';
import { refused } from '../refused';
import { businessName } from './business-name';
import * as SQL from './claims.sql';
import { addManager, lockManagers, managersOf } from './memberships';
import { businessTypeOf } from './self-service-types';

/** A claim as the claimant sees it. */
export interface Claim {
  id: string;
  business: string;
  reason: string;
  state: 'open' | 'accepted' | 'refused';
  createdAt: Date;
  decidedAt: Date | null;
  decisionReason: string | null;
}

interface QueuedClaim extends Claim {
  claimant: { id: number; username: string; email: string } | null;
  rivals: number;
}

/** A claim as editors see it. */
export interface EditorsClaim extends Omit<QueuedClaim, 'rivals'> {
  businessName: string;
  /** Others claim the same business. */
  dispute: boolean;
}

const isPublished = async (strapi: Core.Strapi, business: string): Promise<boolean> =>
  (await strapi.db
    .query(businessTypeOf(strapi).uid)
    .count({ where: { documentId: business, publishedAt: { $notNull: true } } })) > 0;

/**
 * Claims a public business that nobody manages.
 * @throws Refused `not-found`, `claim-managed`, `claim-open`
 */
export async function openClaim(
  strapi: Core.Strapi,
  claim: { business: string; reason: string; by: Actor },
): Promise<Claim> {
  const { business, reason, by } = claim;
  return inTransaction(strapi, async (sql) => {
    if (!(await isPublished(strapi, business))) throw refused('not-found', ['business']);
    await lockManagers(sql, business);
    if ((await managersOf(strapi, business)).length > 0) throw refused('claim-managed', ['business']);
    const [opened] = await sql<Claim>(SQL.OPEN_SQL, { business, accountId: by.id, reason });
    if (!opened) throw refused('claim-open', ['business']);
    return opened;
  });
}

/** The account's own claims, the newest first. */
export const listOwnClaims = (strapi: Core.Strapi, actor: Actor): Promise<Claim[]> =>
  sqlOf(strapi)<Claim>(SQL.MINE_SQL, { accountId: actor.id });

export interface ClaimPage {
  claims: EditorsClaim[];
  total: number;
}

/** One page of claims for editors, the oldest first. */
export async function listClaims(
  strapi: Core.Strapi,
  { state, page, pageSize }: { state: Claim['state']; page: number; pageSize: number },
): Promise<ClaimPage> {
  const sql = sqlOf(strapi);
  const rows = await sql<QueuedClaim>(SQL.QUEUE_SQL, {
    state,
    limit: pageSize,
    offset: (page - 1) * pageSize,
  });
  const [count] = await sql<{ total: number }>(SQL.COUNT_SQL, { state });
  const claims = await Promise.all(
    rows.map(async ({ rivals, ...claim }) => ({
      ...claim,
      businessName: await businessName(strapi, claim.business),
      dispute: rivals > 0,
    })),
  );
  return { claims, total: count?.total ?? 0 };
}

interface Decision {
  id: string;
  accept: boolean;
  reason: string;
  editorId: number;
  now: Date;
}

/** Decides a claim; accepting makes the claimant the owner, in the same transaction. */
export async function decideClaim(strapi: Core.Strapi, decision: Decision): Promise<Claim> {
  const { id, accept, reason, editorId, now } = decision;
  const decided = await inTransaction(strapi, async (sql) => {
    const [claim] = await sql<Claim & { accountId: number }>(SQL.LOCK_SQL, { id });
    if (!claim) throw refused('not-found');
    if (claim.state !== 'open') throw refused('claim-decided');
    if (accept) {
      await lockManagers(sql, claim.business);
      if ((await managersOf(strapi, claim.business)).length > 0) throw refused('claim-managed');
      await addManager(strapi, {
        business: claim.business,
        accountId: claim.accountId,
        role: 'owner',
        since: now,
      });
    }
    const [after] = await sql<Claim>(SQL.DECIDE_SQL, {
      id,
      state: accept ? 'accepted' : 'refused',
      editorId,
      reason,
    });
    if (!after) throw refused('claim-decided');
    return { ...after, accountId: claim.accountId };
  });
  await tellClaimant(strapi, decided, accept, reason);
  const { accountId: _accountId, ...claim } = decided;
  return claim;
}

async function tellClaimant(
  strapi: Core.Strapi,
  claim: { business: string; accountId: number },
  accepted: boolean,
  reason: string,
): Promise<void> {
  const account = (await strapi.db
    .query('plugin::users-permissions.user')
    .findOne({ where: { id: claim.accountId } })) as Actor | null;
  if (!account) return;
  const business = await businessName(strapi, claim.business);
  const mail = CLAIM_MAIL[resolveLanguage({ locale: account.language })];
  await sendMail(strapi, {
    to: account.email,
    ...mail({ username: account.username, business, accepted, reason }),
  });
}
