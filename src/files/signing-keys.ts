import { hkdfSync } from 'node:crypto';
import type { Core } from '@strapi/strapi';

// HKDF (RFC 5869) derives a key for this purpose only, so that nothing signed elsewhere with APP_KEYS is valid here.
const PURPOSE = 'stadtverbund: addresses of files that are not public';
const BYTES = 32;

const known = new WeakMap<Core.Strapi, readonly [Uint8Array, ...Uint8Array[]]>();

/** The keys for file addresses: the first signs, all are accepted, so that APP_KEYS can be rotated. */
export function signingKeys(strapi: Core.Strapi): readonly [Uint8Array, ...Uint8Array[]] {
  const kept = known.get(strapi);
  if (kept) return kept;
  const derive = (secret: string): Uint8Array =>
    new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), PURPOSE, BYTES));
  const [first, ...others] = strapi.config.get<string[]>('server.app.keys');
  if (!first) throw new Error('APP_KEYS names no key.');
  const keys = [derive(first), ...others.map(derive)] as const;
  known.set(strapi, keys);
  return keys;
}
