import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { AttemptFailure } from '../../contract';
import { CONNECT_TIMEOUT, MOST_OF_AN_ANSWER, REQUEST_TIMEOUT } from '../domain/delivery-rules';
import { excerptOf } from '../domain/excerpt';
import { failureOfCode } from '../domain/network-failure';
import type { Reply } from '../domain/outcome';
import { decideTarget, type TargetRules } from '../domain/target-url';
import type { Agents } from './agents';
import { ForbiddenAddress, resolveHost, type Resolved, type ResolveName } from './resolve-host';

/** The reply, and how long it took. */
export interface Answered {
  readonly reply: Reply;
  /** Milliseconds. */
  readonly duration: number;
  readonly retryAfter: string | undefined;
  readonly excerpt: string | null;
}

export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Aborts the request with `interrupted`. */
  readonly signal: AbortSignal;
}

/** How requests are sent; times in milliseconds. */
export interface Sender {
  readonly rules: TargetRules;
  readonly agents: Agents;
  readonly resolve: ResolveName;
  readonly connectTimeout?: number;
  readonly requestTimeout?: number;
}

/** Thrown when we end a request ourselves, with the reason. */
class Ended extends Error {
  constructor(readonly failure: AttemptFailure) {
    super(failure);
  }
}

const noAnswer = (failure: AttemptFailure, detail: string | null = null): Reply => ({
  kind: 'none',
  failure,
  detail,
});

function replyOfError(error: unknown): Reply {
  if (error instanceof Ended) return noAnswer(error.failure);
  if (error instanceof ForbiddenAddress) return noAnswer('forbidden-address', error.message);
  const { code, message } = error as NodeJS.ErrnoException;
  // request-filtering-agent refuses with a plain error.
  if (code === undefined && /is not allowed\. Because/.test(message)) return noAnswer('forbidden-address');
  return noAnswer(failureOfCode(code), code ?? message);
}

/**
 * Returns the addresses that were resolved and checked before, so that there is no second lookup with a different
 * answer.
 */
const fixedLookup =
  ({ addresses, family }: Resolved): LookupFunction =>
  (_host, options, done) => {
    if (options.all)
      done(
        null,
        addresses.map((address) => ({ address, family })),
      );
    else done(null, addresses[0] ?? '', family);
  };

async function bodyOf(answer: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    // Leaving the loop destroys the connection, so the rest is never read.
    if (length >= MOST_OF_AN_ANSWER) break;
  }
  return Buffer.concat(chunks).subarray(0, MOST_OF_AN_ANSWER);
}

interface Exchange {
  readonly answer: Promise<IncomingMessage>;
  readonly request: ClientRequest;
}

function exchange(url: URL, post: Post, sender: Sender, resolved: Resolved): Exchange {
  const { protocol } = url;
  const send = protocol === 'https:' ? httpsRequest : httpRequest;
  const request = send(url, {
    method: 'POST',
    headers: post.headers,
    agent: sender.agents.of(protocol, resolved.family),
    family: resolved.family,
    lookup: fixedLookup(resolved),
  });
  const answer = new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve);
    request.on('error', reject);
  });
  request.end(post.body);
  return { answer, request };
}

/** Calls `connected` when the request has a writable connection. */
function onConnected(request: ClientRequest, connected: () => void): void {
  request.once('socket', (socket) => {
    if (!socket.connecting) return connected();
    socket.once('encrypted' in socket ? 'secureConnect' : 'connect', connected);
  });
}

interface Limits {
  /** Rejects on timeout or abort. */
  readonly ended: Promise<never>;
  readonly connected: () => void;
  readonly clear: () => void;
}

function limits({ connectTimeout, requestTimeout }: Sender, signal: AbortSignal): Limits {
  let connect: NodeJS.Timeout | undefined;
  let whole: NodeJS.Timeout | undefined;
  let interrupt = (): void => {};
  const ended = new Promise<never>((_resolve, reject) => {
    const end = (failure: AttemptFailure) => () => reject(new Ended(failure));
    connect = setTimeout(end('timeout'), connectTimeout ?? CONNECT_TIMEOUT);
    whole = setTimeout(end('timeout'), requestTimeout ?? REQUEST_TIMEOUT);
    interrupt = end('interrupted');
    signal.addEventListener('abort', interrupt, { once: true });
    if (signal.aborted) interrupt();
  });
  // Those awaiting it get the error; without this it could become an unhandled rejection.
  ended.catch(() => undefined);
  return {
    ended,
    connected: () => clearTimeout(connect),
    clear() {
      clearTimeout(connect);
      clearTimeout(whole);
      signal.removeEventListener('abort', interrupt);
    },
  };
}

// The receiver may close an idle connection just when it is used again; nothing was delivered then.
const wasStale = (error: unknown, { reusedSocket }: ClientRequest): boolean =>
  reusedSocket && ['ECONNRESET', 'EPIPE'].includes((error as NodeJS.ErrnoException).code ?? '');

async function converse(
  url: URL,
  post: Post,
  sender: Sender,
  resolved: Resolved,
  limit: Limits,
): Promise<Omit<Answered, 'duration'>> {
  const { answer, request } = exchange(url, post, sender, resolved);
  onConnected(request, limit.connected);
  try {
    const received = await Promise.race([answer, limit.ended]);
    const body = await Promise.race([bodyOf(received), limit.ended]);
    const { statusCode = 0, headers } = received;
    return {
      reply: { kind: 'answer', status: statusCode },
      retryAfter: headers['retry-after'],
      excerpt: excerptOf(body),
    };
  } catch (error) {
    answer.catch(() => undefined);
    request.destroy();
    if (wasStale(error, request)) return converse(url, post, sender, resolved, limit);
    throw error;
  }
}

/**
 * Sends one request: no redirects, no proxies, only to allowed addresses; 5 s to connect, 15 s including the answer, of
 * which at most 20 kB are read. Never throws because of the network or the receiver.
 */
export async function post(outgoing: Post, sender: Sender): Promise<Answered> {
  const start = performance.now();
  const done = (answered: Omit<Answered, 'duration'>): Answered => ({
    ...answered,
    duration: Math.round(performance.now() - start),
  });
  const target = decideTarget(outgoing.url, sender.rules);
  if (!target.ok) {
    const failure = target.reason === 'forbidden-address' ? target.reason : 'insecure-url';
    return done({ reply: noAnswer(failure, target.reason), retryAfter: undefined, excerpt: null });
  }
  const limit = limits(sender, outgoing.signal);
  try {
    const { allowedNetworks } = sender.rules;
    const resolved = await Promise.race([
      resolveHost(target.host, allowedNetworks, sender.resolve),
      limit.ended,
    ]);
    return done(await converse(target.url, outgoing, sender, resolved, limit));
  } catch (error) {
    return done({ reply: replyOfError(error), retryAfter: undefined, excerpt: null });
  } finally {
    limit.clear();
  }
}
