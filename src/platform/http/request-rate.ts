import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { LRUCache } from 'lru-cache';
import { countedAddress } from '../../domain/counted-address';

const MINUTE_MS = 60_000;
const NAME = 'stadtverbund.request-rate';

/**
 * What an answer costs of a budget. From memory it takes about a twentieth of a millisecond, and a static site asks for
 * ten thousand pages in one go; what has to be worked out takes a hundred times as long, and more.
 */
export const COST = { fromMemory: 1, work: 20 } as const;
export type Cost = (typeof COST)[keyof typeof COST];

/** What is left of a budget; answers tell it as `RateLimit` (draft-ietf-httpapi-ratelimit-headers-10). */
export interface Spent {
  readonly isWithin: boolean;
  /** Seconds until the budget is whole again, for `Retry-After`. */
  readonly seconds: number;
  /** Names and values of the headers, alternating; none where there is no limit. */
  readonly headers: readonly string[];
}

const UNLIMITED: Spent = { isWithin: true, seconds: 0, headers: [] };

/**
 * Counts what each subject (an address, a token) costs in the current minute, in memory: a statement per read would cost
 * more than it protects. Whatever comes at an even rate below a sixtieth of the budget a second is never refused.
 */
export class Budget {
  private window = 0;
  private spent = new Map<string, number>();
  private readonly policy: string;

  /**
   * @param name of the policy, for clients
   * @param perMinute answers that have to be worked out, for each subject; 0 switches the limit off
   * @param now milliseconds
   */
  constructor(
    private readonly name: string,
    private readonly perMinute: number,
    private readonly now: () => number = Date.now,
  ) {
    this.policy = `"${name}";q=${perMinute};w=${MINUTE_MS / 1_000}`;
  }

  /** Takes the cost of one answer off the subject's budget, whether or not there is enough left. */
  spend(subject: string, cost: Cost): Spent {
    if (this.perMinute === 0) return UNLIMITED;
    const now = this.now();
    const current = Math.floor(now / MINUTE_MS);
    if (current !== this.window) {
      this.window = current;
      this.spent = new Map();
    }
    const spent = (this.spent.get(subject) ?? 0) + cost;
    this.spent.set(subject, spent);
    const seconds = Math.ceil(((current + 1) * MINUTE_MS - now) / 1_000);
    const left = Math.max(0, Math.floor(this.perMinute - spent / COST.work));
    return {
      isWithin: spent <= this.perMinute * COST.work,
      seconds,
      headers: ['RateLimit-Policy', this.policy, 'RateLimit', `"${this.name}";r=${left};t=${seconds}`],
    };
  }
}

// Tokens of a city's websites and portals, each looked up again now and then.
const MOST_TOKENS = 1_000;
const KNOWN_MS = 10 * 60_000;
// Lets the first request of a token through where its address has spent all, and no more guesses than that.
const UNPROVED_PER_MINUTE = 60;

const BEARER = /^Bearer +(\S{1,400})$/i;

const bearerOf = (authorization: string): string | undefined => BEARER.exec(authorization)?.[1];

const digestOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Whose a token is, and until when nobody asks again; milliseconds. */
interface Holder {
  readonly holder: string;
  readonly until: number;
}

/** The budgets of those who read: of each address and, once it has proved valid, of each token instead. */
export class RequestRate {
  private readonly addresses: Budget;
  private readonly tokens: Budget;
  private readonly unproved: Budget;
  private readonly holders = new LRUCache<string, Holder>({ max: MOST_TOKENS });

  constructor(
    perMinute: number,
    private readonly now: () => number = Date.now,
  ) {
    this.addresses = new Budget('address', perMinute, now);
    this.tokens = new Budget('token', perMinute, now);
    this.unproved = new Budget('unproved', perMinute === 0 ? 0 : UNPROVED_PER_MINUTE, now);
  }

  /** Counts a request without a token. */
  spend(address: string, cost: Cost): Spent {
    return this.addresses.spend(countedAddress(address), cost);
  }

  /** Counts a request with what it has in `Authorization`. */
  spendBy(address: string, authorization: string): Spent {
    const token = bearerOf(authorization);
    const known = token === undefined ? undefined : this.holders.get(digestOf(token));
    if (known && known.until > this.now()) return this.tokens.spend(known.holder, COST.work);
    const spent = this.spend(address, COST.work);
    if (spent.isWithin || token === undefined) return spent;
    return this.unproved.spend(countedAddress(address), COST.work);
  }

  /** Remembers whose a token is that was found valid: the next request is on its own budget. */
  prove(authorization: string, holder: string): void {
    const token = bearerOf(authorization);
    if (token !== undefined) this.holders.set(digestOf(token), { holder, until: this.now() + KNOWN_MS });
  }
}

interface State {
  tokenHolder?: string;
  auth?: { strategy?: { name?: string }; credentials?: { id?: number } };
}

/** Notes who holds the token of a request, where it is not Strapi that has checked it. */
export const noteHolder = (ctx: Pick<Context, 'state'>, holder: string): void => {
  (ctx.state as State).tokenHolder = holder;
};

/** Who holds the token of a request: an API token of Strapi's, or who was noted. */
export function holderOf(ctx: Pick<Context, 'state'>): string | undefined {
  const { tokenHolder, auth } = ctx.state as State;
  const isApiToken = auth?.strategy?.name === 'content-api-token' && auth.credentials?.id !== undefined;
  return tokenHolder ?? (isApiToken ? `api-token ${auth.credentials?.id}` : undefined);
}

/** Shares the budgets of this instance; the middleware does so when it is loaded. */
export function shareRequestRate(strapi: Core.Strapi, rate: RequestRate): void {
  strapi.add(NAME, rate);
}

/** The budgets of this instance; `undefined` without the middleware. */
export const requestRateOf = (strapi: Core.Strapi): RequestRate | undefined =>
  // Strapi's container throws on an unknown name.
  strapi.has(NAME) ? strapi.get<RequestRate>(NAME) : undefined;
