import type { Core } from '@strapi/strapi';
import { LRUCache } from 'lru-cache';
import { encryptionOf } from '#src/platform/strapi/admin-services';

const NO_KEY =
  'ENCRYPTION_KEY is not set: webhook secrets cannot be kept. Set it (.env.example), then start again.';

/** @throws if there is no key, since a secret is never stored in clear text */
export function encrypt(strapi: Core.Strapi, value: string): string {
  const encrypted = encryptionOf(strapi).encrypt(value);
  if (encrypted === null) throw new Error(NO_KEY);
  return encrypted;
}

// Every delivery signs with the same few secrets. The key does not change while a process runs.
const decryptedBefore = new LRUCache<string, string>({ max: 1_000 });

/** @throws if the value was encrypted with another key */
export function decrypt(strapi: Core.Strapi, value: string): string {
  const known = decryptedBefore.get(value);
  if (known !== undefined) return known;
  const decrypted = encryptionOf(strapi).decrypt(value);
  if (decrypted === null)
    throw new Error('A webhook secret cannot be decrypted: ENCRYPTION_KEY has changed. Rotate the secret.');
  decryptedBefore.set(value, decrypted);
  return decrypted;
}
