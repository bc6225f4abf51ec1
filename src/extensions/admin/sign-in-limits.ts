import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { countedAddress } from '../../domain/counted-address';
import { withMiddlewares, type AdminRouteChanges } from '../../platform/strapi/patches';
import { bodyOf } from '../../platform/http/body-of';
import { assertRate, consume, isOpen, refund } from '../../platform/rate-limit/rate-limit';
import type { RateRule } from '../../platform/rate-limit/domain/rule';
import { assertRefreshRate } from '../sessions/refresh-rate';
import * as rules from './rate-rules';

type Middleware = (ctx: Context, next: () => Promise<unknown>) => Promise<unknown>;
type Subjects = (ctx: Context) => [rule: RateRule, subject: string][];

// Anything but a string is refused by Strapi's own check later.
const emailOf = (ctx: Context): string => {
  const { email } = bodyOf(ctx);
  return typeof email === 'string' ? email.trim().toLowerCase() : '';
};

/** Counts an attempt for each subject before anything else happens. */
const limited =
  (strapi: Core.Strapi, subjects: Subjects): Middleware =>
  async (ctx, next) => {
    for (const [rule, subject] of subjects(ctx)) await assertRate(strapi, rule, subject);
    return next();
  };

/** Counts failures; someone who knows the password is not guessing. */
const limitedSignIn =
  (strapi: Core.Strapi): Middleware =>
  async (ctx, next) => {
    const email = emailOf(ctx);
    const person = `${email} ${countedAddress(ctx.ip)}`;
    const isKnownHere = await isOpen(strapi, rules.SIGNED_IN_BEFORE, person);
    const counted: [RateRule, string][] = [
      [rules.SIGN_IN_BY_PERSON, person],
      [rules.SIGN_IN_BY_ADDRESS, ctx.ip],
      ...(isKnownHere ? [] : [[rules.SIGN_IN_BY_ACCOUNT, email] as [RateRule, string]]),
    ];
    for (const [rule, subject] of counted) await assertRate(strapi, rule, subject);
    const result = await next();
    if (ctx.status < 300) {
      for (const [rule, subject] of counted) await refund(strapi, rule, subject);
      await consume(strapi, rules.SIGNED_IN_BEFORE, person);
    }
    return result;
  };

// Strapi's name of it.
const REFRESH_COOKIE = 'strapi_admin_refresh';

/** Before Strapi's own action, which takes whatever is thrown within it for a fault. */
const limitedRefresh =
  (strapi: Core.Strapi): Middleware =>
  async (ctx, next) => {
    await assertRefreshRate(strapi, 'admin', ctx.cookies.get(REFRESH_COOKIE));
    return next();
  };

const byAddress =
  (rule: RateRule): Subjects =>
  (ctx) => [[rule, ctx.ip]];

/**
 * Limits the panel's routes that need no session, across all instances; Strapi's own limits count per process, and
 * separately for each pair of address and e-mail.
 */
export function signInLimits(strapi: Core.Strapi): AdminRouteChanges {
  // Off only in end-to-end tests, which log in more often than a person does.
  if (process.env.ADMIN_RATE_LIMIT === 'false') return [];
  const mails = limited(strapi, (ctx) => [
    [rules.MAIL_BY_ADDRESS, ctx.ip],
    [rules.MAIL_BY_RECIPIENT, emailOf(ctx)],
  ]);
  const tokens = limited(strapi, byAddress(rules.TOKEN_BY_ADDRESS));
  return [
    ['POST /admin/login', withMiddlewares(limitedSignIn(strapi))],
    ['POST /admin/forgot-password', withMiddlewares(mails)],
    ['POST /admin/reset-password', withMiddlewares(tokens)],
    ['POST /admin/register', withMiddlewares(tokens)],
    ['POST /admin/register-admin', withMiddlewares(tokens)],
    ['GET /admin/registration-info', withMiddlewares(tokens)],
    [
      'POST /admin/access-token',
      withMiddlewares(limited(strapi, byAddress(rules.REFRESH_BY_ADDRESS)), limitedRefresh(strapi)),
    ],
  ];
}
