import type { Core } from '@strapi/strapi';
import { assertRate } from '../rate-limit/rate-limit';
import { MINUTE, rateRule } from '../rate-limit/domain/rule';

// Tokens cannot be guessed; these limit the noise, and mails.
const USES_BY_ADDRESS = rateRule('link-use-address', 60, MINUTE);
const MAILS_BY_ADDRESS = rateRule('link-mail-address', 30, 10 * MINUTE);

/**
 * Counts the use of a link. Reading is not counted here, since it changes nothing (src/middlewares/request-rate.ts counts
 * it in memory).
 * @param address `ctx.ip`
 * @throws Refusal `too-many-attempts`
 */
export const assertLinkRate = (strapi: Core.Strapi, address: string): Promise<void> =>
  assertRate(strapi, USES_BY_ADDRESS, address);

/** Counts a wish for a new link; otherwise like `assertLinkRate`. */
export const assertLinkMailRate = (strapi: Core.Strapi, address: string): Promise<void> =>
  assertRate(strapi, MAILS_BY_ADDRESS, address);
