import type { IncomingMessage, ServerResponse } from 'node:http';
import { namesTag } from '../platform/http/domain/entity-tag';
import type { Variant } from './cached-answer';

// Nearly all requests for an answer have the same origin, mostly none, so the list is joined once for all of them.
const joined = new WeakMap<Variant, { cors: readonly string[]; head: string[] }>();

function headWith(variant: Variant, cors: readonly string[]): string[] {
  const known = joined.get(variant);
  if (known?.cors === cors) return known.head;
  const head = [...variant.head, ...cors];
  joined.set(variant, { cors, head });
  return head;
}

/** Alternating names and values. */
interface OwnHeaders {
  readonly cors: readonly string[];
  readonly limits: readonly string[];
}

const isReading = ({ method }: IncomingMessage): boolean => method === 'GET' || method === 'HEAD';

/**
 * Sends a cached answer: 304 if the client already has it, no body for HEAD.
 * @param own headers of this request: for its origin, and what is left of its budget
 * @returns whether the client was still connected
 */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  variant: Variant,
  { cors, limits }: OwnHeaders,
): boolean {
  // The client may have disconnected while the version was read.
  if (response.destroyed || response.writableEnded) return false;
  const known = request.headers['if-none-match'];
  if (known !== undefined && isReading(request) && namesTag(known, variant.tag)) {
    response.writeHead(304, [...variant.unchangedHead, ...cors, ...limits]);
    response.end();
    return true;
  }
  const head = headWith(variant, cors);
  response.writeHead(200, limits.length > 0 ? [...head, ...limits] : head);
  if (request.method === 'HEAD') response.end();
  else response.end(variant.body);
  return true;
}

/** Sends an answer that is not cached, mostly an error. */
export function sendUnkept(
  request: IncomingMessage,
  response: ServerResponse,
  answer: { status: number; head: readonly string[]; body: Buffer },
): void {
  if (response.destroyed || response.writableEnded) return;
  response.writeHead(answer.status, answer.head as string[]);
  if (request.method === 'HEAD') response.end();
  else response.end(answer.body);
}
