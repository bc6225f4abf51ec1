import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { bodyOf } from '../../platform/http/body-of';
import { languageOf } from '../../platform/http/language-of';
import { refused } from '../../platform/refusals/refusal';
import { assertRate, refund } from '../../platform/rate-limit/rate-limit';
import type { RateRule } from '../../platform/rate-limit/domain/rule';
import type { AccountActions } from '../../platform/strapi/patches';
import { assertNotGuessable } from '../passwords/assert-not-guessable';
import { emailField } from '../../platform/refusals/email-field';
import { parse } from '../../platform/refusals/zod-refusal';
import { assertRefreshRate } from '../sessions/refresh-rate';
import { compareWithNothing, contributorPasswords } from '../sign-in/compare-with-nothing';
import { rememberDevice, type Door } from '../sign-in/known-devices';
import { CONTRIBUTORS } from '../sign-in/rate-rules';
import { countTry } from '../sign-in/sign-in-tries';
import { hashToken } from './account-tokens';
import { atLeast } from './at-least';
import { isTokenOver } from './domain/expiring-token';
import { checkPassword } from './domain/password-rule';
import { redirectToPage } from './pages/old-addresses';
import { findByAddress, findByIdentifier, identifierOf } from './find-account';
import * as rules from './rate-rules';
import { parseRegistration, registerAccount } from './register-account';
import {
  inBackground,
  sendConfirmationMail,
  sendPasswordChangedMail,
  sendResetMail,
} from './send-account-mails';
import { USER, type Account } from './user-uid';

type Action = AccountActions['callback'];

// Of answers that must not tell whether there is an account, by their time either: three times what a registration takes
// on two cores, and nothing to a person.
const SAME_TIME_MS = 500;

/** The door of contributors. */
const ACCOUNT_DOOR: Door = { name: 'account', path: '/' };

const addressed = z.object({ email: emailField });

/** Refresh tokens are in cookies that scripts cannot read; after a new password these two actions would return one. */
function withoutRefreshToken(ctx: Context): void {
  const { refreshToken: _refreshToken, ...answer } = (ctx.body ?? {}) as Record<string, unknown>;
  ctx.body = answer;
}

/** users-permissions' own actions where they are good enough, ours where they reveal or accept too much. */
export function hardenAuthController(strapi: Core.Strapi, original: AccountActions): AccountActions {
  const byAddress = (ctx: Context, rule: RateRule) => assertRate(strapi, rule, ctx.ip);
  const bySubject = (rule: RateRule, subject: string) => assertRate(strapi, rule, subject);

  const findByResetToken = async (resetPasswordToken: string): Promise<Account | null> =>
    (await strapi.db.query(USER).findOne({ where: { resetPasswordToken } })) as Account | null;

  /** Anything that is not a string or too short is refused by the action itself. */
  const assertNew = async (ctx: Context, account: Account | null | undefined): Promise<void> => {
    const { password } = bodyOf(ctx);
    if (typeof password === 'string' && checkPassword(password).ok)
      await assertNotGuessable(strapi, password, [account]);
  };

  const afterNewPassword = (ctx: Context, account: Account): void => {
    withoutRefreshToken(ctx);
    rememberDevice(strapi, ACCOUNT_DOOR, ctx, account.id);
    inBackground(strapi, sendPasswordChangedMail(strapi, account));
  };

  /** Both give the same immediate answer, whether or not the address belongs to an account. */
  const mailTo =
    (
      send: (account: Account) => Promise<void>,
      wanted: (account: Account) => boolean,
      answer: (email: string) => object,
    ): Action =>
    async (ctx) => {
      const { email } = parse(addressed, bodyOf(ctx));
      await byAddress(ctx, rules.MAIL_BY_ADDRESS);
      await bySubject(rules.MAIL_BY_RECIPIENT, email);
      await bySubject(rules.MAIL_BY_RECIPIENT_A_DAY, email);
      await atLeast(SAME_TIME_MS, async () => {
        const account = await findByAddress(strapi, email);
        if (account && !account.blocked && wanted(account)) inBackground(strapi, send(account));
      });
      ctx.body = answer(email);
    };

  return {
    async callback(ctx, next) {
      const body = bodyOf(ctx);
      const identifier = typeof body.identifier === 'string' ? body.identifier : '';
      const account = identifier === '' ? undefined : await findByIdentifier(strapi, identifier);
      const counted = await countTry(strapi, ctx, {
        door: ACCOUNT_DOOR,
        rules: CONTRIBUTORS,
        identifier: identifierOf(identifier),
        accountId: account?.id,
      });
      if (account) body.identifier = account.email;
      if (identifier !== '' && !account?.password)
        await compareWithNothing(contributorPasswords(strapi), body.password);
      const answer = await original.callback(ctx, next);
      if (account) await counted.succeeded(account.id);
      return answer;
    },

    async register(ctx) {
      await byAddress(ctx, rules.REGISTER_BY_ADDRESS);
      await byAddress(ctx, rules.REGISTER_BY_ADDRESS_A_DAY);
      const registration = parseRegistration(bodyOf(ctx));
      await assertNotGuessable(strapi, registration.password, [registration]);
      await atLeast(SAME_TIME_MS, () => registerAccount(strapi, registration, languageOf(ctx)));
      const { username, email } = registration;
      // What was sent, and nothing that only a new account has.
      ctx.body = { user: { username, email, confirmed: false } };
    },

    forgotPassword: mailTo(
      (account) => sendResetMail(strapi, account),
      () => true,
      () => ({ ok: true }),
    ),

    sendEmailConfirmation: mailTo(
      (account) => sendConfirmationMail(strapi, account),
      (account) => account.confirmed !== true,
      (email) => ({ email, sent: true }),
    ),

    async resetPassword(ctx, next) {
      await byAddress(ctx, rules.TOKEN_BY_ADDRESS);
      const body = bodyOf(ctx);
      if (typeof body.code !== 'string' || isTokenOver(body.code, new Date()))
        throw refused('account-token', ['code']);
      const resetPasswordToken = hashToken(body.code);
      const account = await findByResetToken(resetPasswordToken);
      await assertNew(ctx, account);
      body.code = resetPasswordToken;
      await original.resetPassword(ctx, next);
      if (!account) return;
      // The link came by mail, as the one that confirms an address does.
      await strapi.db.query(USER).update({ where: { id: account.id }, data: { confirmed: true } });
      afterNewPassword(ctx, account);
    },

    // Following a link changes nothing, since mail scanners do it as well: the page has a button (docs/adr/0074).
    async emailConfirmation(ctx) {
      redirectToPage(strapi, ctx, 'account-confirmation');
      return Promise.resolve();
    },

    async refresh(ctx, next) {
      const cookie = strapi.config.get<string>('plugin::users-permissions.sessions.cookie.name');
      // As the action itself looks for it.
      const token = ctx.cookies.get(cookie) || bodyOf(ctx).refreshToken;
      await assertRefreshRate(strapi, 'users-permissions', token);
      return original.refresh(ctx, next);
    },

    async changePassword(ctx, next) {
      const account = ctx.state.user as Account | undefined;
      if (account) await bySubject(rules.CURRENT_PASSWORD, String(account.id));
      await assertNew(ctx, account);
      await original.changePassword(ctx, next);
      if (!account) return;
      await refund(strapi, rules.CURRENT_PASSWORD, String(account.id));
      afterNewPassword(ctx, account);
    },
  };
}
