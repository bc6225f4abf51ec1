import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { countedAddress } from '../../domain/counted-address';
import { consume, refund } from '../../platform/rate-limit/rate-limit';
import type { RateDecision, RateRule } from '../../platform/rate-limit/domain/rule';
import { refused } from '../../platform/refusals/refusal';
import { knownDevice, rememberDevice, type Door } from './known-devices';
import type { SignInRules } from './rate-rules';

interface Trying {
  readonly door: Door;
  readonly rules: SignInRules;
  /** What was given as user name or address, in one form. */
  readonly identifier: string;
  /** The account that has it, if there is one. */
  readonly accountId: number | undefined;
}

/** A try that has been counted. */
export interface CountedTry {
  /** Takes the count back, since someone who knows the password is not guessing, and remembers the device. */
  succeeded(accountId: number): Promise<void>;
}

/**
 * Counts a try to sign in before the password is looked at, so that simultaneous ones do not slip through. Strangers
 * and devices that the account knows are counted separately: whatever strangers do, its owner signs in from those, and
 * from elsewhere at least once a day and network.
 * @throws Refusal `too-many-attempts`
 */
export async function countTry(strapi: Core.Strapi, ctx: Context, trying: Trying): Promise<CountedTry> {
  const { door, rules, identifier, accountId } = trying;
  const counted: [RateRule, string][] = [];
  const count = (rule: RateRule, subject: string): Promise<RateDecision> => {
    counted.push([rule, subject]);
    return consume(strapi, rule, subject);
  };
  const assertWithin = async (rule: RateRule, subject: string): Promise<void> => {
    const decision = await count(rule, subject);
    if (!decision.ok) throw refused('too-many-attempts', [], {}, { retryAfter: decision.retryAfterSeconds });
  };

  const account = accountId === undefined ? `nobody ${identifier}` : `account ${accountId}`;
  const device = accountId === undefined ? undefined : knownDevice(strapi, door, ctx, accountId);
  if (device) {
    await assertWithin(rules.device, `${account} ${device}`);
    await assertWithin(rules.deviceADay, `${account} ${device}`);
  } else {
    const here = `${account} ${countedAddress(ctx.ip)}`;
    await assertWithin(rules.address, ctx.ip);
    // First what the network may, so that one alone does not use up what all strangers have.
    await assertWithin(rules.network, here);
    const ofStrangers = await count(rules.strangers, account);
    if (!ofStrangers.ok) await assertWithin(rules.slow, here);
  }

  return {
    async succeeded(id) {
      for (const [rule, subject] of counted) await refund(strapi, rule, subject);
      rememberDevice(strapi, door, ctx, id);
    },
  };
}
