import type { Core } from '@strapi/strapi';
import { businessType } from '#src/listing/listing-types';
import { refusalsOf } from '#src/platform/mail/failures';
import { inTransaction, sqlOf, type Sql } from '#src/platform/sql/sql';
import type { Actor } from '../domain/actor';
import { CLAIMS_A_DAY } from '../domain/ceilings';
import { refused } from '#src/platform/refusals/refusal';
import { businessName } from './business-name';
import { assertMoreClaims, withinToday } from './ceilings';
import { queueClaimMail } from './claim-mail';
import * as SQL from './claims.sql';
import { addManager, lockManagers, managersOf } from './memberships';

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
  accountId: number | null;
  username: string | null;
  email: string | null;
  rivals: number;
}

/** A claim as editors see it. */
export interface EditorsClaim extends Claim {
  /** All null if the account is gone. */
  claimant: { id: number | null; username: string | null; email: string | null; refusedMails: number };
  businessName: string;
  /** Whether others claim the same business. */
  dispute: boolean;
}

const isPublished = async (strapi: Core.Strapi, business: string): Promise<boolean> =>
  (await strapi.db
    .query(businessType(strapi).uid)
    .count({ where: { documentId: business, publishedAt: { $notNull: true } } })) > 0;

interface NewClaim {
  business: string;
  reason: string;
  by: Actor;
}

/**
 * Claims a public business that has no manager.
 * @throws Refusal `not-found`, `claim-managed`, `claim-open`, `claims-open`, `claims-today`
 */
export const openClaim = (strapi: Core.Strapi, claim: NewClaim): Promise<Claim> =>
  withinToday(strapi, { rule: CLAIMS_A_DAY, reason: 'claims-today', actor: claim.by }, () =>
    storeClaim(strapi, claim),
  );

async function storeClaim(strapi: Core.Strapi, { business, reason, by }: NewClaim): Promise<Claim> {
  return inTransaction(strapi, async (sql) => {
    if (!(await isPublished(strapi, business))) throw refused('not-found', ['business']);
    await lockManagers(sql, business);
    if ((await managersOf(strapi, business)).length > 0) throw refused('claim-managed', ['business']);
    const [mine] = await sql(SQL.OPEN_OF_SQL, { business, accountId: by.id });
    if (mine) throw refused('claim-open', ['business']);
    await assertMoreClaims(sql, by);
    const [opened] = await sql<Claim>(SQL.OPEN_SQL, { business, accountId: by.id, reason });
    if (!opened) throw refused('claim-open', ['business']);
    return opened;
  });
}

/** The account's own claims, newest first. */
export const listOwnClaims = (strapi: Core.Strapi, actor: Actor): Promise<Claim[]> =>
  sqlOf(strapi)<Claim>(SQL.MINE_SQL, { accountId: actor.id });

export interface ClaimPage {
  claims: EditorsClaim[];
  total: number;
}

/** One page of claims for editors, oldest first. */
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
  const refused = await refusalsOf(
    strapi,
    rows.flatMap(({ email }) => email ?? []),
  );
  const claims = await Promise.all(
    rows.map(async ({ rivals, accountId, username, email, ...claim }) => ({
      ...claim,
      claimant: { id: accountId, username, email, refusedMails: refused.get(email ?? '') ?? 0 },
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
  return inTransaction(strapi, async (sql) => {
    const [claim] = await sql<Claim & { accountId: number }>(SQL.LOCK_SQL, { id });
    if (!claim) throw refused('not-found');
    if (claim.state !== 'open') throw refused('claim-decided');
    if (accept) await makeOwner(strapi, sql, claim, now);
    const state = accept ? 'accepted' : 'refused';
    const [decided] = await sql<Claim>(SQL.DECIDE_SQL, { id, state, editorId, reason });
    if (!decided) throw refused('claim-decided');
    await queueClaimMail(strapi, id);
    return decided;
  });
}

async function makeOwner(
  strapi: Core.Strapi,
  sql: Sql,
  { business, accountId }: { business: string; accountId: number },
  since: Date,
): Promise<void> {
  await lockManagers(sql, business);
  if ((await managersOf(strapi, business)).length > 0) throw refused('claim-managed');
  await addManager(strapi, { business, accountId, role: 'owner', since });
}
