import { createHmac } from 'node:crypto';

export interface Message {
  /** `webhook-id` */
  readonly id: string;
  /** The exact bytes that are sent. */
  readonly body: string;
}

const PREFIX = /^whsec_/;

// As `sign` of the library `standardwebhooks`, which hashes in JavaScript: a tenth of a millisecond a delivery.
const signature = (secret: string, signed: string): string => {
  const key = Buffer.from(secret.replace(PREFIX, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
};

/**
 * The headers of Standard Webhooks. Each secret signs, the present one first, so that a receiver may hold either.
 * @param secrets `whsec_…`
 * @param now the time of this attempt
 */
export function signedHeaders(
  { id, body }: Message,
  secrets: readonly string[],
  now: Date,
): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1_000));
  const signed = `${id}.${timestamp}.${body}`;
  return {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'Stadtverbund/1',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map((secret) => signature(secret, signed)).join(' '),
  };
}
