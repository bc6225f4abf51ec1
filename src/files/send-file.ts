import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream';
import type { Context } from 'koa';
import send from 'send';
import { fileTag } from './domain/file-headers';

async function statOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return undefined;
    throw error;
  }
}

/**
 * Answers with a file: conditional requests, ranges and HEAD (RFC 9110, 13 to 15).
 * @param name of a file in `folder`, exactly as it is stored
 * @param headers of a successful answer
 * @returns whether the file exists
 */
export async function sendFile(
  ctx: Context,
  folder: string,
  name: string,
  headers: Readonly<Record<string, string>>,
): Promise<boolean> {
  const found = await statOf(join(folder, name));
  if (!found?.isFile()) return false;
  ctx.status = 200;
  ctx.set({ ...headers, ETag: fileTag(found) });
  // Node's fetch() adds `no-cache` to every conditional request, but a client that sends a tag wants to know whether it
  // is still valid.
  delete ctx.req.headers['cache-control'];
  await new Promise<void>((resolve, reject) => {
    // Written by `send`, past Koa.
    ctx.respond = false;
    const file = send(ctx.req, encodeURIComponent(name), {
      root: folder,
      cacheControl: false,
      index: false,
      dotfiles: 'deny',
    });
    file.on('error', (error: Error & { status?: number }) => {
      if (ctx.headerSent || !error.status || error.status >= 500) return reject(error);
      // 412 and 416: the request asks for something that does not exist.
      ctx.respond = true;
      ctx.body = '';
      ctx.status = error.status;
      ctx.set('Cache-Control', 'no-store');
      resolve();
    });
    finished(ctx.res, () => resolve());
    file.pipe(ctx.res);
  });
  return true;
}
