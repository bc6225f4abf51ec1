import type { Core } from '@strapi/strapi';
import { holdUntilCommit } from '#src/platform/sql/advisory-locks';
import { consume, refund } from '#src/platform/rate-limit/rate-limit';
import type { RateRule } from '#src/platform/rate-limit/domain/rule';
import type { Sql } from '#src/platform/sql/sql';
import type { Actor } from '../domain/actor';
import { OPEN_CLAIMS, OPEN_DRAFTS, OPEN_INVITATIONS } from '../domain/ceilings';
import type { Code } from '#src/languages/catalogue';
import { refused } from '#src/platform/refusals/refusal';
import { COUNT_OPEN_SQL } from './claims.sql';
import { ownedBusinesses } from './memberships';

/**
 * Does something that an account may do only so often in 24 hours, across all instances; failures do not count. Call
 * outside a transaction: inside, it would wait for a second connection while holding locks.
 * @throws Refusal with `reason` (429) if there were too many
 */
export async function withinToday<T>(
  strapi: Core.Strapi,
  { rule, reason, actor }: { rule: RateRule; reason: Code; actor: Actor },
  work: () => Promise<T>,
): Promise<T> {
  const subject = String(actor.id);
  const decision = await consume(strapi, rule, subject);
  try {
    if (!decision.ok)
      throw refused(reason, [], { maximum: rule.limit }, { retryAfter: decision.retryAfterSeconds });
    return await work();
  } catch (error) {
    await refund(strapi, rule, subject);
    throw error;
  }
}

/** Serialises transactions that count for the same subject. */
const lock = (sql: Sql, key: string): Promise<void> => holdUntilCommit(sql, `ceiling:${key}`);

const countOf = async (sql: Sql, text: string, bindings: Record<string, unknown>): Promise<number> =>
  (await sql<{ total: number }>(text, bindings))[0]?.total ?? 0;

// Without the one to the same address, since a new invitation replaces it.
const INVITATIONS_SQL = `
select count(*)::int as total from stadtverbund.invitation
where business = :business and email <> :email and accepted_at is null and ends_at > now()`;

/** @throws Refusal `invitations-open` (409) */
export async function assertMoreInvitations(sql: Sql, business: string, email: string): Promise<void> {
  await lock(sql, `invitations:${business}`);
  if ((await countOf(sql, INVITATIONS_SQL, { business, email })) >= OPEN_INVITATIONS)
    throw refused('invitations-open', [], { maximum: OPEN_INVITATIONS });
}

/** @throws Refusal `claims-open` (409) */
export async function assertMoreClaims(sql: Sql, actor: Actor): Promise<void> {
  await lock(sql, `claims:${actor.id}`);
  if ((await countOf(sql, COUNT_OPEN_SQL, { accountId: actor.id })) >= OPEN_CLAIMS)
    throw refused('claims-open', [], { maximum: OPEN_CLAIMS });
}

const DRAFTS_SQL = `
select count(*)::int as total from stadtverbund.submission
where business_document_id = any(:businesses) and publication = 'none'
  and state in ('draft', 'changes-requested', 'rejected')`;

/** @throws Refusal `drafts-open` (409) */
export async function assertMoreDrafts(strapi: Core.Strapi, sql: Sql, actor: Actor): Promise<void> {
  await lock(sql, `drafts:${actor.id}`);
  const businesses = await ownedBusinesses(strapi, actor.id);
  if ((await countOf(sql, DRAFTS_SQL, { businesses })) >= OPEN_DRAFTS)
    throw refused('drafts-open', [], { maximum: OPEN_DRAFTS });
}
