import type { Context } from 'koa';
import { refused } from '../refusals/refusal';

// As for texts of forms with files: no form of ours has that much to type into.
const MAX_BYTES = 64 * 1024;

async function bytesOf(ctx: Context): Promise<Buffer> {
  if ((ctx.request.length ?? 0) > MAX_BYTES) throw refused('content-too-large');
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // Not destroyed after a refusal, which is still to be sent on the same connection.
    for await (const chunk of ctx.req.iterator({ destroyOnReturn: false })) {
      size += (chunk as Buffer).length;
      if (size > MAX_BYTES) throw refused('content-too-large');
      chunks.push(chunk as Buffer);
    }
  } catch (cause) {
    // The client has closed the connection.
    if ((cause as NodeJS.ErrnoException).code === 'ECONNRESET')
      throw refused('body-unreadable', [], {}, { cause });
    throw cause;
  }
  return Buffer.concat(chunks);
}

/**
 * Reads a form as browsers send it without JavaScript (`application/x-www-form-urlencoded`, URL Standard 5.1), at most
 * 64 kB. Of a repeated field the last value counts.
 * @throws Refusal `content-too-large`, `body-unreadable`
 */
export async function readUrlEncodedForm(ctx: Context): Promise<Readonly<Record<string, string>>> {
  const values = Object.fromEntries(new URLSearchParams((await bytesOf(ctx)).toString('utf8')));
  // Later middlewares name the reason if the database cannot store a value (src/middlewares/input-guard.ts).
  ctx.request.body = values;
  return values;
}
