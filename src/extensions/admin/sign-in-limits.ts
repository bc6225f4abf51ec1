import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { personalAddress } from '../../domain/email-address';
import { withMiddlewares, type AdminRouteChanges } from '../../platform/strapi/patches';
import { bodyOf } from '../../platform/http/body-of';
import { assertRate } from '../../platform/rate-limit/rate-limit';
import type { RateRule } from '../../platform/rate-limit/domain/rule';
import { assertRefreshRate } from '../sessions/refresh-rate';
import { compareWithNothing, editorPasswords } from '../sign-in/compare-with-nothing';
import type { Door } from '../sign-in/known-devices';
import { EDITORS } from '../sign-in/rate-rules';
import { countTry } from '../sign-in/sign-in-tries';
import * as rules from './rate-rules';

type Middleware = (ctx: Context, next: () => Promise<unknown>) => Promise<unknown>;
type Subjects = (ctx: Context) => [rule: RateRule, subject: string][];

// Anything but a string is refused by Strapi's own check later.
const emailOf = (ctx: Context): string => {
  const { email } = bodyOf(ctx);
  return typeof email === 'string' ? (personalAddress(email) ?? email.trim().toLowerCase()) : '';
};

/** Counts an attempt for each subject before anything else happens. */
const limited =
  (strapi: Core.Strapi, subjects: Subjects): Middleware =>
  async (ctx, next) => {
    for (const [rule, subject] of subjects(ctx)) await assertRate(strapi, rule, subject);
    return next();
  };

const DOOR: Door = { name: 'admin', path: '/admin' };

interface Editor {
  id: number;
  email: string;
  password: string | null;
}

/** The user of the panel with this address, however it is typed. */
async function findEditor(strapi: Core.Strapi, ctx: Context): Promise<Editor | undefined> {
  const { email } = bodyOf(ctx);
  const asTyped = typeof email === 'string' ? email.trim().toLowerCase() : '';
  const where = { email: { $in: [emailOf(ctx), asTyped] } };
  const [found] = (await strapi.db
    .query('admin::user')
    .findMany({ where, select: ['id', 'email', 'password'], limit: 1 })) as Editor[];
  return found;
}

/** Counts tries before Strapi looks at the password, and lets it take as long where there is no account. */
const limitedSignIn =
  (strapi: Core.Strapi): Middleware =>
  async (ctx, next) => {
    const body = bodyOf(ctx);
    const editor = await findEditor(strapi, ctx);
    const counted = await countTry(strapi, ctx, {
      door: DOOR,
      rules: EDITORS,
      identifier: emailOf(ctx),
      accountId: editor?.id,
    });
    // Strapi would look for it as it was typed.
    if (editor) body.email = editor.email;
    if (!editor?.password) await compareWithNothing(editorPasswords(strapi), body.password);
    const result = await next();
    if (editor && ctx.status < 300) await counted.succeeded(editor.id);
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
