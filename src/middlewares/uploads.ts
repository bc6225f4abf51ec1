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
// In milliseconds: a file replaced by one of another kind gets its new type everywhere within a minute.
const REMEMBERED_FOR = 60_000;

/**
 * Serves `/uploads/…` instead of Strapi, which would serve anything in the folder. Only files in the media library are
 * served; those uploaded by contributors, or waiting for a day, only while something public uses them, or by a signed
 * address (docs/adr/0038). Everything else is 404, as if it did not exist.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const folder = join(strapi.dirs.static.public, 'uploads');
  // Editors' files that do not wait for a day, which are public as long as they exist.
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
    // The log contains addresses, and this one is a key.
    ctx.search = '';
    return isPublic || isProved(signingKeys(strapi), `/uploads/${name}`, proof, new Date());
  };

  return async (ctx: Context, next: Next): Promise<void> => {
    if (!isBelowUploads(ctx.path)) {
      await next();
      return;
    }
    // What is 404 now may be published a moment later.
    ctx.set('Cache-Control', 'no-store');
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return;
    const name = uploadName(ctx.path);
    const file = name === undefined ? undefined : await find(name);
    if (name !== undefined && file && mayBeSeen(ctx, name, file))
      await sendFile(ctx, folder, name, fileHeaders(file));
  };
};
