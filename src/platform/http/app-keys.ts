import { hkdfSync } from 'node:crypto';
import type { Core } from '@strapi/strapi';

export type AppKeys = readonly [Uint8Array, ...Uint8Array[]];

const BYTES = 32;

const known = new WeakMap<Core.Strapi, Map<string, AppKeys>>();

/**
 * Keys for one purpose, derived from APP_KEYS by HKDF (RFC 5869), so that nothing signed for another is valid for it. The
 * first signs, all are accepted, so that APP_KEYS can be rotated.
 */
export function appKeysFor(strapi: Core.Strapi, purpose: string): AppKeys {
  const kept = known.get(strapi) ?? new Map<string, AppKeys>();
  known.set(strapi, kept);
  const found = kept.get(purpose);
  if (found) return found;
  const derive = (secret: string): Uint8Array =>
    new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), purpose, BYTES));
  const [first, ...others] = strapi.config.get<string[]>('server.app.keys');
  if (!first) throw new Error('APP_KEYS names no key.');
  const keys: AppKeys = [derive(first), ...others.map(derive)];
  kept.set(purpose, keys);
  return keys;
}
