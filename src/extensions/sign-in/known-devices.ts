import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { appKeysFor } from '../../platform/http/app-keys';
import { DEVICE_SECONDS, deviceCookie, readDeviceCookie } from './domain/device-cookie';

/** Where people sign in: contributors, or the users of the panel. */
export interface Door {
  readonly name: 'account' | 'admin';
  /** Below it the browser sends the cookie. */
  readonly path: string;
}

const keysOf = (strapi: Core.Strapi) =>
  appKeysFor(strapi, 'stadtverbund: devices where accounts have signed in');

// One for each account: a browser that two people share knows both.
const nameOf = ({ name }: Door, accountId: number): string => `stadtverbund_${name}_device_${accountId}`;

const accountOf = ({ name }: Door, accountId: number): string => `${name} ${accountId}`;

/** The device from which a request comes, if the account has signed in there within half a year. */
export function knownDevice(
  strapi: Core.Strapi,
  door: Door,
  ctx: Context,
  accountId: number,
): string | undefined {
  const cookie = ctx.cookies.get(nameOf(door, accountId), { signed: false });
  return cookie && readDeviceCookie(keysOf(strapi), accountOf(door, accountId), cookie, new Date());
}

/** Remembers the device of a sign-in that succeeded. Nobody gets a cookie before. */
export function rememberDevice(strapi: Core.Strapi, door: Door, ctx: Context, accountId: number): void {
  const value = deviceCookie(
    keysOf(strapi)[0],
    accountOf(door, accountId),
    randomBytes(16).toString('base64url'),
    new Date(),
  );
  ctx.cookies.set(nameOf(door, accountId), value, {
    path: door.path,
    maxAge: DEVICE_SECONDS * 1_000,
    httpOnly: true,
    sameSite: 'lax',
    // Koa refuses to set a secure cookie over plain HTTP, as on localhost.
    secure: ctx.secure,
    // Has its own signature, of the account too.
    signed: false,
    overwrite: true,
  });
}
