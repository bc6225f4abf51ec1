import type { Readable } from 'node:stream';
import type { Context } from 'koa';

/** A file that somebody gets for themselves. */
export interface Attachment {
  /** Ours, in ASCII. */
  readonly name: string;
  /** A media type (RFC 2046). */
  readonly type: string;
  /** How long it is, if that is known. */
  readonly bytes?: number;
  readonly content: Readable | string;
}

/** Answers with a file to be saved (RFC 6266), which nobody between keeps (RFC 9111, 5.2.2.5). */
export function sendAttachment(ctx: Context, { name, type, bytes, content }: Attachment): void {
  ctx.status = 200;
  ctx.set('Content-Disposition', `attachment; filename="${name}"`);
  ctx.set('Cache-Control', 'no-store');
  ctx.body = content;
  ctx.type = type;
  if (bytes !== undefined) ctx.length = bytes;
}
