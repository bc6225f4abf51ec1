import type { Core } from '@strapi/strapi';
import { countedAddress } from '../../domain/counted-address';

const MINUTE_MS = 60_000;
const NAME = 'stadtverbund.request-rate';

/**
 * Counts the requests of each address in the current minute, in memory: a statement per read would cost more than it
 * protects. Shared by the Koa middleware and the response cache in front of Koa.
 */
export class RequestRate {
  private window = 0;
  private counts = new Map<string, number>();

  /** @param perMinute requests allowed per address; 0 switches the limit off */
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

  /** Seconds until the current minute ends, for `Retry-After`. */
  get secondsLeft(): number {
    return Math.ceil(((this.window + 1) * MINUTE_MS - Date.now()) / 1_000);
  }
}

/** Shares the counter of this instance; the middleware does so when it is loaded. */
export function shareRequestRate(strapi: Core.Strapi, rate: RequestRate): void {
  strapi.add(NAME, rate);
}

/** The counter of this instance; `undefined` without the middleware. */
export const requestRateOf = (strapi: Core.Strapi): RequestRate | undefined =>
  // Strapi's container throws on an unknown name.
  strapi.has(NAME) ? strapi.get<RequestRate>(NAME) : undefined;
