import type { Core } from '@strapi/strapi';
import { nameInAddress } from './domain/upload-path';
import { signedAddress } from './domain/signed-address';
import { filesNamed } from './named-files';
import { signingKeys } from './signing-keys';

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Reflect.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** The same value with other texts; what holds none stays as it is. */
function withTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => withTexts(item, change));
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withTexts(item, change)]));
}

/**
 * An answer in which files that are not public have addresses that show them for an hour. To be used for those who may
 * see what the answer is about: a contributor's own documents, editors.
 */
export async function withSignedAddresses<T>(strapi: Core.Strapi, answer: T): Promise<T> {
  const names = new Set<string>();
  withTexts(answer, (text) => {
    const name = nameInAddress(text);
    if (name) names.add(name);
    return text;
  });
  if (names.size === 0) return answer;
  const files = await filesNamed(strapi, [...names]);
  const [key] = signingKeys(strapi);
  const now = new Date();
  return withTexts(answer, (text) => {
    const name = nameInAddress(text);
    const file = name ? files.get(name) : undefined;
    return file && !file.isPublic ? signedAddress(key, text, now) : text;
  }) as T;
}
