import { CityError } from './city-error.ts';
import type { FeedEvent } from './feed.ts';

/** The headers of a delivery: `Headers`, or an object with names in lower case as Node has it. */
export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

export interface Verifying {
  /** The present moment. */
  readonly now?: Date;
  /** How many seconds the sender's clock may differ, and a delivery be old; 300 if left out. */
  readonly tolerance?: number;
}

const TOLERANCE = 300;
// Events are under 20 kB.
const LONGEST_BODY = 65_536;
const PREFIX = 'whsec_';

const refused = (code: string, message: string, status = 401): CityError =>
  new CityError({ status, code, message });

function header(headers: WebhookHeaders, name: string): string {
  const value = headers instanceof Headers ? headers.get(name) : headers[name];
  if (typeof value !== 'string' || value === '') throw refused('signature-missing', `There is no ${name}.`);
  return value;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  } catch {
    // No base64: such a signature fits nothing.
    return undefined;
  }
}

function keyOf(secret: string) {
  const bytes = bytesOf(secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret);
  if (!bytes?.length) throw new TypeError('A signing secret is whsec_ and base64.');
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
}

function contentOf(id: string, timestamp: string, body: string | Uint8Array): Uint8Array<ArrayBuffer> {
  const before = new TextEncoder().encode(`${id}.${timestamp}.`);
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const content = new Uint8Array(before.length + bytes.length);
  content.set(before);
  content.set(bytes, before.length);
  return content;
}

/**
 * The event of a delivery, once it is proved to come from the city (https://www.standardwebhooks.com/).
 *
 * @param body as it arrived, before anything parsed it: the signature covers the bytes
 * @param secrets `whsec_…`; the new and the old one while a secret is replaced
 * @throws CityError with status 401 and one of the codes `signature-missing`, `signature-expired`, `signature-wrong`
 */
export async function verifyWebhook(
  body: string | Uint8Array,
  headers: WebhookHeaders,
  secrets: string | readonly string[],
  { now = new Date(), tolerance = TOLERANCE }: Verifying = {},
): Promise<FeedEvent> {
  const id = header(headers, 'webhook-id');
  const timestamp = header(headers, 'webhook-timestamp');
  const signatures = header(headers, 'webhook-signature')
    .split(' ')
    .flatMap((signature) => (signature.startsWith('v1,') ? (bytesOf(signature.slice(3)) ?? []) : []));
  const age = Math.abs(now.getTime() / 1000 - Number(timestamp));
  if (!/^\d+$/.test(timestamp) || age > tolerance)
    throw refused(
      'signature-expired',
      `It was signed ${Math.round(age)} s from now; ${tolerance} s are allowed.`,
    );
  const content = contentOf(id, timestamp, body);
  for (const secret of [secrets].flat()) {
    const key = await keyOf(secret);
    for (const signature of signatures) {
      if (await crypto.subtle.verify('HMAC', key, signature, content))
        return JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body)) as FeedEvent;
    }
  }
  throw refused('signature-wrong', 'The signature is not of this body and these secrets.');
}

async function bodyOf(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = (request.body as ReadableStream<Uint8Array> | null)?.getReader();
  for (;;) {
    const read = await reader?.read();
    if (!read || read.done) break;
    length += read.value.length;
    if (length > LONGEST_BODY) {
      await reader?.cancel();
      throw refused('body-too-long', `A delivery has at most ${LONGEST_BODY} bytes.`, 413);
    }
    chunks.push(read.value);
  }
  const body = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.length;
  }
  return body;
}

/**
 * The event that a request delivers, for servers that hand out a `Request` (Deno, workers, most frameworks). Reads 64 kB
 * at most.
 *
 * @throws CityError with the status to answer: 401 if it is not genuine, 413 if it is too long
 */
export async function readWebhook(
  request: Request,
  secrets: string | readonly string[],
  options?: Verifying,
): Promise<FeedEvent> {
  return verifyWebhook(await bodyOf(request), request.headers, secrets, options);
}
