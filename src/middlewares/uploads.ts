import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { LRUCache } from 'lru-cache';
import { fileHeaders } from '../files/domain/file-headers';
import { isProved } from '../files/domain/signed-address';
import { isBelowUploads, uploadName } from '../files/domain/upload-path';
import { filesNamed, type NamedFile } from '../files/named-files';
import { sendFile } from '../files/send-file';
import { signingKeys } from '../files/signing-keys';

const REMEMBERED = 10_000;
// Milliseconds: a file that is replaced by one of another kind gets its new type everywhere within a minute.
const REMEMBERED_FOR = 60_000;

/**
 * Serves `/uploads/…` in place of Strapi, which would hand out whatever lies in the folder: only what the media library
 * knows, and what contributors brought, or what waits for a day, only while something public shows it, or to who holds a
 * signed address (docs/adr/0038). Everything else is 404, as if it did not exist.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const folder = join(strapi.dirs.static.public, 'uploads');
  // Files of editors that wait for no day: they are public as long as they exist.
  const known = new LRUCache<string, NamedFile>({ max: REMEMBERED, ttl: REMEMBERED_FOR });

  const find = async (name: string): Promise<NamedFile | undefined> => {
    const kept = known.get(name);
    if (kept) return kept;
    const file = (await filesNamed(strapi, [name])).get(name);
    if (file && !file.contributed && !file.awaited) known.set(name, file);
    return file;
  };

  const mayBeSeen = (ctx: Context, name: string, { isPublic }: NamedFile): boolean => {
    const { searchParams } = new URL(ctx.url, 'http://localhost');
    const proof = { expires: searchParams.get('expires'), signature: searchParams.get('signature') };
    // The log keeps addresses, and this one is a key.
    ctx.search = '';
    return isPublic || isProved(signingKeys(strapi), `/uploads/${name}`, proof, new Date());
  };

  return async (ctx: Context, next: Next): Promise<void> => {
    if (!isBelowUploads(ctx.path)) {
      await next();
      return;
    }
    // What is 404 now may be published in a moment.
    ctx.set('Cache-Control', 'no-store');
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return;
    const name = uploadName(ctx.path);
    const file = name === undefined ? undefined : await find(name);
    if (name !== undefined && file && mayBeSeen(ctx, name, file))
      await sendFile(ctx, folder, name, fileHeaders(file));
  };
};
