import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { queueMail } from '../../platform/mail/mail-queue';
import { subjectOfLink, useLink } from '../../platform/secret-links';
import { sqlOf } from '../../platform/sql/sql';
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
import { linkedAccount } from './links/linked-account';
import { CONFIRMATION, PASSWORD_CHANGED, RESET } from './mail-names';
import * as rules from './rate-rules';
import { parseRegistration, registerAccount } from './register-account';
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

  const afterNewPassword = async (ctx: Context, account: Account): Promise<void> => {
    withoutRefreshToken(ctx);
    rememberDevice(strapi, ACCOUNT_DOOR, ctx, account.id);
    await queueMail(strapi, PASSWORD_CHANGED, { accountId: account.id });
  };

  /** Does what the page of the link does, and signs in. @returns false if the code is of no such link */
  async function resetByLink(ctx: Context, next: Parameters<Action>[1]): Promise<boolean> {
    const { code, password, passwordConfirmation } = bodyOf(ctx);
    const subject = await subjectOfLink(sqlOf(strapi), String(code), RESET);
    if (subject === undefined) return false;
    if (passwordConfirmation !== password) throw refused('passwords-differ', ['passwordConfirmation']);
    const account = await linkedAccount(sqlOf(strapi), subject, 'password');
    if (!account) return false;
    await useLink(strapi, String(code), 'set', { password }, languageOf(ctx));
    ctx.request.body = { identifier: account.email, password };
    await original.callback(ctx, next);
    withoutRefreshToken(ctx);
    rememberDevice(strapi, ACCOUNT_DOOR, ctx, account.id);
    return true;
  }

  /** Both give the same immediate answer, whether or not the address belongs to an account. */
  const mailTo =
    (mail: string, wanted: (account: Account) => boolean, answer: (email: string) => object): Action =>
    async (ctx) => {
      const { email } = parse(addressed, bodyOf(ctx));
      await byAddress(ctx, rules.MAIL_BY_ADDRESS);
      await bySubject(rules.MAIL_BY_RECIPIENT, email);
      await bySubject(rules.MAIL_BY_RECIPIENT_A_DAY, email);
      await atLeast(SAME_TIME_MS, async () => {
        const account = await findByAddress(strapi, email);
        if (account && !account.blocked && wanted(account))
          await queueMail(strapi, mail, { accountId: account.id });
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
      RESET,
      () => true,
      () => ({ ok: true }),
    ),

    sendEmailConfirmation: mailTo(
      CONFIRMATION,
      (account) => account.confirmed !== true,
      (email) => ({ email, sent: true }),
    ),

    async resetPassword(ctx, next) {
      await byAddress(ctx, rules.TOKEN_BY_ADDRESS);
      if (await resetByLink(ctx, next)) return;
      // A link that a release up to 0.1 mailed.
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
      await afterNewPassword(ctx, account);
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
      await afterNewPassword(ctx, account);
    },
  };
}
