import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { bodyOf } from '../../platform/http/body-of';
import { languageOf } from '../../platform/http/language-of';
import { refused } from '../../platform/refusals/refusal';
import { assertRate, refund } from '../../platform/rate-limit/rate-limit';
import type { RateRule } from '../../platform/rate-limit/domain/rule';
import type { AccountActions } from '../../platform/strapi/patches';
import { assertNotGuessable } from '../passwords/assert-not-guessable';
import { assertRefreshRate } from '../sessions/refresh-rate';
import { hashToken } from './account-tokens';
import { isTokenOver } from './domain/expiring-token';
import { checkPassword } from './domain/password-rule';
import { redirectToPage } from './pages/old-addresses';
import * as rules from './rate-rules';
import { parseRegistration, registerAccount } from './register-account';
import { sendConfirmationMail, sendResetMail } from './send-account-mails';
import { USER, type Account } from './user-uid';

type Action = AccountActions['callback'];

const text = (value: unknown): string => (typeof value === 'string' ? value.trim().toLowerCase() : '');

/** Refresh tokens are in cookies that scripts cannot read; after a new password these two actions would return one. */
function withoutRefreshToken(ctx: Context): void {
  const { refreshToken: _refreshToken, ...answer } = (ctx.body ?? {}) as Record<string, unknown>;
  ctx.body = answer;
}

/** users-permissions' own actions where they are good enough, ours where they reveal or accept too much. */
export function hardenAuthController(strapi: Core.Strapi, original: AccountActions): AccountActions {
  const byAddress = (ctx: Context, rule: RateRule) => assertRate(strapi, rule, ctx.ip);
  const bySubject = (rule: RateRule, subject: string) => assertRate(strapi, rule, subject);

  const findBy = async (where: { email: string } | { resetPasswordToken: string }): Promise<Account | null> =>
    (await strapi.db.query(USER).findOne({ where })) as Account | null;

  /** Anything that is not a string or too short is refused by the action itself. */
  const assertNew = async (ctx: Context, account: Account | null | undefined): Promise<void> => {
    const { password } = bodyOf(ctx);
    if (typeof password === 'string' && checkPassword(password).ok)
      await assertNotGuessable(strapi, password, [account]);
  };

  /** Both give the same immediate answer, whether or not the address belongs to an account. */
  const mailTo =
    (
      send: (account: Account) => Promise<void>,
      wanted: (account: Account) => boolean,
      answer: (email: string) => object,
    ): Action =>
    async (ctx) => {
      const email = text(bodyOf(ctx).email);
      if (!email) throw refused('email-shape', ['email']);
      await byAddress(ctx, rules.MAIL_BY_ADDRESS);
      await bySubject(rules.MAIL_BY_RECIPIENT, email);
      await bySubject(rules.MAIL_BY_RECIPIENT_A_DAY, email);
      const account = await findBy({ email });
      // Not awaited, since the time it takes would reveal that there is an account.
      if (account && !account.blocked && wanted(account))
        void send(account).catch((error: unknown) =>
          strapi.log.error('An account mail could not be sent.', { error }),
        );
      ctx.body = answer(email);
    };

  return {
    async callback(ctx, next) {
      const identifier = text(bodyOf(ctx).identifier);
      await byAddress(ctx, rules.LOGIN_BY_ADDRESS);
      if (identifier) await bySubject(rules.LOGIN_BY_ACCOUNT, identifier);
      const answer = await original.callback(ctx, next);
      // Counted before, so that simultaneous attempts do not slip through; someone who knows the password is not
      // guessing.
      await refund(strapi, rules.LOGIN_BY_ADDRESS, ctx.ip);
      await refund(strapi, rules.LOGIN_BY_ACCOUNT, identifier);
      return answer;
    },

    async register(ctx) {
      await byAddress(ctx, rules.REGISTER_BY_ADDRESS);
      await byAddress(ctx, rules.REGISTER_BY_ADDRESS_A_DAY);
      const registration = parseRegistration(bodyOf(ctx));
      await assertNotGuessable(strapi, registration.password, [registration]);
      const account = await registerAccount(strapi, registration, languageOf(ctx));
      const { id, documentId, username, email, confirmed } = account;
      ctx.body = { user: { id, documentId, username, email, confirmed, provider: 'local', blocked: false } };
    },

    forgotPassword: mailTo(
      (account) => sendResetMail(strapi, account, new Date()),
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
      await assertNew(ctx, await findBy({ resetPasswordToken }));
      body.code = resetPasswordToken;
      await original.resetPassword(ctx, next);
      withoutRefreshToken(ctx);
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
      if (account) await bySubject(rules.LOGIN_BY_ACCOUNT, account.email);
      await assertNew(ctx, account);
      await original.changePassword(ctx, next);
      withoutRefreshToken(ctx);
    },
  };
}
