import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { holderOf } from '../http/request-rate';
import { rateRule } from '../rate-limit/domain/rule';
import { consume } from '../rate-limit/rate-limit';
import { refused } from '../refusals/refusal';
import { inTransaction } from '../sql/sql';
import { solvedIn, type Solved } from './challenge';

// The names of the fields: ALTCHA's own, and one that people do not see and robots fill in.
const SOLUTION = 'altcha';
const HONEYPOT = 'homepage';

// For people without JavaScript: few write more, and a robot with few addresses gets no further.
const WITHOUT = rateRule('without-challenge', 3, 3_600);

/** Also removes a handful of expired ones, so that the table stays as small as the traffic. */
const SPEND_SQL = `
with swept as (
  delete from stadtverbund.spent_challenge where nonce in (
    select nonce from stadtverbund.spent_challenge
    where expires_at < now() order by expires_at limit 5 for update skip locked)
)
insert into stadtverbund.spent_challenge (nonce, expires_at) values (:nonce, :expiresAt)
on conflict do nothing returning 1`;

const isSignedIn = (ctx: Pick<Context, 'state'>): boolean =>
  holderOf(ctx) !== undefined || (ctx.state as { user?: unknown }).user != null;

async function spend(strapi: Core.Strapi, { nonce, expiresAt }: Solved): Promise<void> {
  const spent = await inTransaction(strapi, (sql) => sql(SPEND_SQL, { nonce, expiresAt }));
  if (spent.length === 0) throw refused('challenge-spent', [SOLUTION]);
}

async function assertFew(strapi: Core.Strapi, address: string): Promise<void> {
  const decision = await consume(strapi, WITHOUT, address);
  if (!decision.ok)
    throw refused(
      'challenge-missing',
      [SOLUTION],
      { maximum: WITHOUT.limit },
      { retryAfter: decision.retryAfterSeconds },
    );
}

/**
 * Keeps robots from what people send without an account: by a solved challenge (`altcha`), and without one three an hour
 * from one address; a field that people do not see (`homepage`) has to be empty. Accounts and API tokens need neither.
 * Call in the transaction of what it admits: if that is refused, the solution remains valid.
 * @returns the body without the two fields
 * @throws Refusal `challenge-wrong`, `challenge-spent`, `challenge-missing`
 */
export async function assertChallenge(
  strapi: Core.Strapi,
  ctx: Pick<Context, 'ip' | 'state'>,
  body: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  const { [SOLUTION]: solution, [HONEYPOT]: honeypot, ...rest } = body;
  if (honeypot != null && honeypot !== '') throw refused('challenge-wrong', [HONEYPOT]);
  if (isSignedIn(ctx)) return rest;
  if (solution == null || solution === '') {
    await assertFew(strapi, ctx.ip);
    return rest;
  }
  const solved = await solvedIn(strapi, solution);
  if (!solved) throw refused('challenge-wrong', [SOLUTION]);
  await spend(strapi, solved);
  return rest;
}
