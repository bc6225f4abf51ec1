import { createHmac } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { countedAddress } from '../../domain/counted-address';
import { appKeysFor } from '../http/app-keys';
import { refused } from '../refusals/refusal';
import { CONSUME_SQL, REFUND_SQL } from './consume.sql';
import { decideRate, type RateDecision, type RateRule } from './domain/rule';

// Addresses and e-mails are personal data; the table only has to distinguish subjects, not name them, and all addresses
// of IPv4 would be tried in minutes without a key. An IPv6 address counts as its network under every rule.
const keyOf = (strapi: Core.Strapi, rule: RateRule, subject: string): string =>
  createHmac('sha256', appKeysFor(strapi, 'rate-limit')[0])
    .update(`${rule.name}\u0000${countedAddress(subject)}`)
    .digest('base64url');

/**
 * Counts an attempt by `subject` under `rule`, across all instances on this database.
 * @param weight how many attempts it counts as
 */
export async function consume(
  strapi: Core.Strapi,
  rule: RateRule,
  subject: string,
  weight = 1,
): Promise<RateDecision> {
  const result = await strapi.db.connection.raw<{ rows: { hits: number; remaining: number }[] }>(
    CONSUME_SQL,
    {
      key: keyOf(strapi, rule, subject),
      seconds: rule.windowSeconds,
      weight,
    },
  );
  const row = result.rows[0];
  return row ? decideRate(rule, row.hits, row.remaining) : { ok: true };
}

/** Takes an attempt back that should not count after all. */
export async function refund(
  strapi: Core.Strapi,
  rule: RateRule,
  subject: string,
  weight = 1,
): Promise<void> {
  await strapi.db.connection.raw(REFUND_SQL, { key: keyOf(strapi, rule, subject), weight });
}

/**
 * Counts one attempt and refuses it with 429 and `Retry-After` (RFC 6585) if there were too many.
 * @throws Refusal `too-many-attempts`
 */
export async function assertRate(strapi: Core.Strapi, rule: RateRule, subject: string): Promise<void> {
  const decision = await consume(strapi, rule, subject);
  if (!decision.ok) throw refused('too-many-attempts', [], {}, { retryAfter: decision.retryAfterSeconds });
}
