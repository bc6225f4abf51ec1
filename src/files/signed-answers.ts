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

/** A file of the media library or one of its renditions, as answers show them. */
const isFile = (value: Record<string, unknown>): boolean => typeof value['mime'] === 'string';

/**
 * The same value with other addresses of files; what holds none stays as it is. Only what the media library says is an
 * address: a text that somebody typed may look like one and would show whoever typed it the picture of somebody else.
 */
function withAddresses(value: unknown, change: (url: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => withAddresses(item, change));
  if (!isPlain(value)) return value;
  const file = isFile(value);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      file && key === 'url' && typeof item === 'string' ? change(item) : withAddresses(item, change),
    ]),
  );
}

/**
 * An answer in which files that are not public have addresses that show them for an hour. To be used for those who may
 * see what the answer is about: a contributor's own documents, editors.
 */
export async function withSignedAddresses<T>(strapi: Core.Strapi, answer: T): Promise<T> {
  const names = new Set<string>();
  withAddresses(answer, (text) => {
    const name = nameInAddress(text);
    if (name) names.add(name);
    return text;
  });
  if (names.size === 0) return answer;
  const files = await filesNamed(strapi, [...names]);
  const [key] = signingKeys(strapi);
  const now = new Date();
  return withAddresses(answer, (text) => {
    const name = nameInAddress(text);
    const file = name ? files.get(name) : undefined;
    return file && !file.isPublic ? signedAddress(key, text, now) : text;
  }) as T;
}
