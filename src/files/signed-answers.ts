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

/** Whether a value in an answer is a file of the media library or one of its formats. */
const isFile = (value: Record<string, unknown>): boolean => typeof value['mime'] === 'string';

/**
 * The same value with different file addresses. Only addresses given by the media library are changed: a text that
 * someone typed may look like one, and would then show its author someone else's picture.
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
 * The answer with addresses that work for an hour for files that are not public. Only for readers who may see the
 * documents themselves: contributors their own, and editors.
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
