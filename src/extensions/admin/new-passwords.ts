import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { withMiddlewares, type AdminRouteChanges } from '../../platform/strapi/patches';
import { bodyOf } from '../../platform/http/body-of';
import { assertNotGuessable } from '../passwords/assert-not-guessable';

const USER = 'admin::user';

interface Names {
  email?: string;
  firstname?: string;
  lastname?: string;
}

interface NewPassword {
  /** As sent; Strapi checks its shape later. */
  body: Record<string, unknown>;
  /** The account that gets it; anything but a string finds none. */
  account: () => Promise<Names | null> | Names | null;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const nameIn = (value: unknown): string | undefined => (isText(value) ? value : undefined);

const namesIn = ({ email, firstname, lastname }: Record<string, unknown>) => ({
  email: nameIn(email),
  firstname: nameIn(firstname),
  lastname: nameIn(lastname),
});

/**
 * Checks new passwords of the panel's users before Strapi does anything: after its own checks, an account would already
 * be signed out when its new password is refused.
 */
export function newPasswords(strapi: Core.Strapi): AdminRouteChanges {
  const find = async (field: string, value: unknown): Promise<Names | null> =>
    isText(value)
      ? ((await strapi.db.query(USER).findOne({ where: { [field]: value } })) as Names | null)
      : null;

  const checked = (read: (ctx: Context) => NewPassword) =>
    withMiddlewares(async (ctx, next) => {
      const { body, account } = read(ctx);
      if (isText(body.password))
        await assertNotGuessable(strapi, body.password, [await account(), namesIn(body)]);
      return next();
    });

  const invited = (ctx: Context): NewPassword => {
    const { registrationToken, userInfo } = bodyOf(ctx);
    const isObject = typeof userInfo === 'object' && userInfo !== null;
    return {
      body: isObject ? (userInfo as Record<string, unknown>) : {},
      account: () => find('registrationToken', registrationToken),
    };
  };
  const first = (ctx: Context): NewPassword => ({ body: bodyOf(ctx), account: () => null });
  const forgotten = (ctx: Context): NewPassword => ({
    body: bodyOf(ctx),
    account: () => find('resetPasswordToken', bodyOf(ctx).resetPasswordToken),
  });
  const own = (ctx: Context): NewPassword => ({
    body: bodyOf(ctx),
    account: () => (ctx.state.user ?? null) as Names | null,
  });
  const another = (ctx: Context): NewPassword => {
    const { id } = ctx.params as { id: string };
    return { body: bodyOf(ctx), account: () => (/^\d{1,9}$/.test(id) ? find('id', id) : null) };
  };

  return [
    ['POST /admin/register', checked(invited)],
    ['POST /admin/register-admin', checked(first)],
    ['POST /admin/reset-password', checked(forgotten)],
    ['PUT /admin/users/me', checked(own)],
    ['PUT /admin/users/:id', checked(another)],
  ];
}
