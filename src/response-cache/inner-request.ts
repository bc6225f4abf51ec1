import { IncomingMessage, ServerResponse, type OutgoingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';

/** A request to Koa without a client connection. */
export interface InnerCall {
  method: 'GET' | 'POST';
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: Buffer | undefined;
  /** The address for which the request rate counts it. */
  remoteAddress: string | undefined;
}

export interface InnerAnswer {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

/** A stand-in for a socket; nothing is sent. */
const socketOf = (remoteAddress: string | undefined): Socket =>
  Object.assign(
    new Duplex({
      read() {},
      write: (_chunk, _encoding, done) => done(),
    }),
    { remoteAddress },
  ) as unknown as Socket;

/** A request of the response cache to Koa. */
export class InnerRequest extends IncomingMessage {
  constructor(call: InnerCall) {
    super(socketOf(call.remoteAddress));
    Object.assign(this, {
      method: call.method,
      url: call.url,
      httpVersion: '1.1',
      httpVersionMajor: 1,
      httpVersionMinor: 1,
    });
    this.headers = { ...call.headers, ...(call.body ? { 'content-length': String(call.body.length) } : {}) };
    if (call.body) this.push(call.body);
    this.push(null);
    this.complete = true;
  }
}

/** Collects what Koa writes. */
class CollectedResponse extends ServerResponse {
  readonly chunks: Buffer[] = [];

  private keep(chunk: unknown, encoding?: unknown): void {
    if (typeof chunk === 'string')
      this.chunks.push(
        Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'),
      );
    else if (chunk instanceof Uint8Array) this.chunks.push(Buffer.from(chunk));
  }

  override write(chunk: unknown, encoding?: unknown, callback?: unknown): boolean {
    this.keep(chunk, encoding);
    const done = typeof encoding === 'function' ? encoding : callback;
    if (typeof done === 'function') process.nextTick(done);
    return true;
  }

  override end(chunk?: unknown, encoding?: unknown): this {
    if (this.writableEnded) return this;
    this.keep(chunk, encoding);
    super.end();
    // Without a socket Node does not emit this itself.
    process.nextTick(() => this.emit('finish'));
    return this;
  }
}

/**
 * Lets Koa answer a request and returns the answer. The client may be gone by then, but the answer is for others too.
 */
export function innerAnswer(koa: Handler, call: InnerCall): Promise<InnerAnswer> {
  const request = new InnerRequest(call);
  const response = new CollectedResponse(request);
  return new Promise((resolve, reject) => {
    response.once('error', reject);
    response.once('finish', () =>
      resolve({
        status: response.statusCode,
        headers: response.getHeaders(),
        body: Buffer.concat(response.chunks),
      }),
    );
    koa(request, response);
  });
}

/** A request and a response that go nowhere, for middlewares that only set headers. */
export function detachedExchange(headers: Readonly<Record<string, string>>): {
  request: IncomingMessage;
  response: ServerResponse;
} {
  const request = new InnerRequest({ method: 'GET', url: '/api', headers, remoteAddress: undefined });
  return { request, response: new ServerResponse(request) };
}

/** The same request with its body unread again, for a listener after the one that has read it. */
export function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const again = new IncomingMessage(request.socket);
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request;
  Object.assign(again, { method, url, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor });
  again.headers = headers;
  again.push(body);
  again.push(null);
  again.complete = true;
  return again;
}
