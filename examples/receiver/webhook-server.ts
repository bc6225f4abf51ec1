import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import type { FeedEvent } from './fold';
import type { Store } from './store';

// Events are under 20 kB; anything larger is not from Stadtverbund.
const LONGEST_BODY = 64 * 1024;

class TooLong extends Error {}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LONGEST_BODY) throw new TooLong();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * The verified event of a request: signed with one of the secrets (two during a rotation), not older than five minutes.
 * The signature covers the bytes, so they are verified before they are parsed.
 * @throws WebhookVerificationError
 */
function verified(raw: string, request: IncomingMessage, secrets: readonly string[]): FeedEvent {
  const headers = request.headers as Record<string, string>;
  let refusal: unknown;
  for (const secret of secrets) {
    try {
      return new Webhook(secret).verify(raw, headers) as FeedEvent;
    } catch (error) {
      if (!(error instanceof WebhookVerificationError)) throw error;
      refusal = error;
    }
  }
  throw refusal;
}

const isListing = ({ type }: FeedEvent): boolean => !type.startsWith('feed.');

async function take(request: IncomingMessage, store: Store, secrets: readonly string[]): Promise<void> {
  const event = verified(await read(request), request, secrets);
  const message = String(request.headers['webhook-id']);
  // A test event has nothing to store.
  if (!isListing(event)) return;
  if (store.apply(event, message)) console.log(`${event.data.sequence} ${event.type} ${event.data.id}`);
  // Answer only when it is in the file: unanswered events are sent again.
  await store.save();
}

function statusOf(error: unknown): number {
  if (error instanceof WebhookVerificationError) return 401;
  if (error instanceof TooLong) return 413;
  return error instanceof SyntaxError ? 400 : 500;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  store: Store,
  secrets: readonly string[],
): Promise<void> {
  if (request.method !== 'POST') return void response.writeHead(405, { allow: 'POST' }).end();
  try {
    await take(request, store, secrets);
    response.writeHead(204).end();
  } catch (error) {
    const status = statusOf(error);
    if (status === 500) console.error(error);
    // The rest of an overlong body is not read.
    if (status === 413) response.setHeader('connection', 'close');
    response.writeHead(status).end();
  }
}

/** Receives webhooks. @param secrets `whsec_…`; both the new and the old one during a rotation */
export function webhookServer(store: Store, secrets: readonly string[]): Server {
  return createServer((request, response) => void answer(request, response, store, secrets));
}
