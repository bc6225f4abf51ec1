import type { Core } from '@strapi/strapi';
import { countedAddress } from '../../domain/counted-address';

const MINUTE_MS = 60_000;
const NAME = 'stadtverbund.request-rate';

/**
 * Counts the requests of each address in the running minute, in memory: a statement per read would cost more than it
 * protects. Shared by the Koa middleware and the response cache below Koa.
 */
export class RequestRate {
  private window = 0;
  private counts = new Map<string, number>();

  /** @param perMinute requests that one address may send; 0 switches the limit off */
  constructor(private readonly perMinute: number) {}

  /** Counts one request. @returns whether it may be answered */
  admits(address: string): boolean {
    if (this.perMinute === 0) return true;
    const current = Math.floor(Date.now() / MINUTE_MS);
    if (current !== this.window) {
      this.window = current;
      this.counts = new Map();
    }
    const subject = countedAddress(address);
    const count = (this.counts.get(subject) ?? 0) + 1;
    this.counts.set(subject, count);
    return count <= this.perMinute;
  }

  /** Seconds until the running minute ends, for `Retry-After`. */
  get secondsLeft(): number {
    return Math.ceil(((this.window + 1) * MINUTE_MS - Date.now()) / 1_000);
  }
}

/** Makes the counter of this instance known to all who count; the middleware does so when it is loaded. */
export function shareRequestRate(strapi: Core.Strapi, rate: RequestRate): void {
  strapi.add(NAME, rate);
}

/** The counter of this instance; `undefined` when no middleware limits. */
export const requestRateOf = (strapi: Core.Strapi): RequestRate | undefined =>
  // Strapi's container throws on a name that it does not know.
  strapi.has(NAME) ? strapi.get<RequestRate>(NAME) : undefined;
