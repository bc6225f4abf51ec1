import { Webhook } from 'standardwebhooks';

export interface Message {
  /** `webhook-id` */
  readonly id: string;
  /** The exact bytes that are sent. */
  readonly body: string;
}

/**
 * The headers of Standard Webhooks. Each secret signs, the current one first, so that a receiver may have either.
 * @param secrets `whsec_…`
 * @param now the time of this attempt
 */
export function signedHeaders(
  { id, body }: Message,
  secrets: readonly string[],
  now: Date,
): Record<string, string> {
  return {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'Stadtverbund/1',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, now, body)).join(' '),
  };
}
