import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Core } from '@strapi/strapi';
import { COST, type Cost, type RequestRate, type Spent } from '../platform/http/request-rate';
import type { Listener } from '../platform/strapi/patches';
import type { AnswerStore } from './answer-store';
import { chooseEncoding } from '../platform/http/domain/accept-encoding';
import { SingleFlight } from './single-flight';
import { withBody } from './inner-request';
import type { CachedAnswer } from './cached-answer';
import { flatHeaders, limitHeaders, type CorsHeaders } from './koa-headers';
import { MAX_POST_BYTES, type Question, type Questions } from './question';
import type { Outcome, Renderer } from './render';
import { send, sendUnkept } from './send';
import type { Version, VersionReader } from '../platform/version';

/** The outcome of a request, for the metrics. */
export type Result = 'hit' | 'miss' | 'joined' | 'error' | 'unversioned' | 'limited' | 'koa';

export interface Parts {
  koa: Listener;
  questions: Questions;
  reader: VersionReader;
  store: AnswerStore;
  renderer: Renderer;
  cors: CorsHeaders;
  rate: () => RequestRate | undefined;
  addressOf: (request: IncomingMessage) => string;
  log: Core.Strapi['log'];
  /** Called for every request with its duration in milliseconds. */
  observe: ((result: Result, milliseconds: number) => void) | undefined;
}

/** How an answer came about, and the headers that say what is left of the client's budget. */
interface Delivery {
  readonly result: Result;
  readonly limits: readonly string[] | undefined;
}

/** A request being processed. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly question: Question;
  readonly since: number;
}

// Passed on to Koa, since errors are in the client's language and form, and counted for its address. What answers depend on
// is in the question, which goes before these.
const FORWARDED = [
  'accept',
  'accept-language',
  'host',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'user-agent',
] as const;

/**
 * Answers reading requests without credentials from memory, in front of Koa; passes everything else to Koa untouched.
 * An answer is cached under the version read before it was rendered, and sent only if a read of the version that began
 * after the request arrived gives the same (docs/adr/0026).
 */
export class FrontServer {
  private readonly flights = new SingleFlight<Outcome>();

  constructor(private readonly parts: Parts) {}

  /** Takes the place of Koa's listener. */
  readonly listener = (request: IncomingMessage, response: ServerResponse): void => {
    const { questions, observe } = this.parts;
    const since = observe ? performance.now() : 0;
    if (request.method === 'GET' || request.method === 'HEAD') {
      const question = questions.ofReading(request);
      if (question) return this.ask({ request, response, question, since });
    } else if (request.method === 'POST' && questions.isGraphqlPost(request)) {
      return this.readBody(request, response, since);
    }
    this.toKoa(request, response, since, 'koa');
  };

  private ask(exchange: Exchange): void {
    this.parts.reader.read((version) => this.answer(exchange, version));
  }

  private answer(exchange: Exchange, version: Version | null): void {
    const { store } = this.parts;
    const { question } = exchange;
    if (version === null) return this.giveUp(exchange, 'unversioned');
    const kept = store.get(question.key);
    if (kept?.version !== version || kept.expiresAt <= Date.now()) return this.miss(exchange, version, kept);
    // Koa counts what it answers itself, including 429.
    const spent = this.spend(exchange, COST.fromMemory);
    if (spent?.isWithin === false) return this.giveUp(exchange, 'limited');
    this.deliver(exchange, kept, { result: 'hit', limits: spent?.headers });
  }

  private spend({ request }: Exchange, cost: Cost): Spent | undefined {
    const { rate, addressOf } = this.parts;
    return rate()?.spend(addressOf(request), cost);
  }

  private miss(exchange: Exchange, version: Version, previous: CachedAnswer | undefined): void {
    const { renderer, store } = this.parts;
    const { request, question } = exchange;
    const now = new Date();
    const start = (): Promise<Outcome> =>
      renderer.of(question, {
        version,
        now,
        previous,
        forwarded: forwardedOf(request),
        remoteAddress: request.socket.remoteAddress,
      });
    // A limited request must not start anything. Koa counts what it renders, and says so in the answer's headers.
    const isShared = this.flights.isRunning(question.key, version);
    const isByKoa = question.answer === undefined && !isShared;
    const spent = isByKoa ? undefined : this.spend(exchange, isShared ? COST.fromMemory : COST.work);
    if (spent?.isWithin === false) return this.giveUp(exchange, 'limited');
    const { landing, joined } = this.flights.of(question.key, version, start);
    landing.then(
      (outcome) => {
        if (outcome.kind === 'kept') {
          if (!joined) store.keep(question.key, outcome.answer);
          // It began before this request and time has passed, so the answer may have expired.
          if (joined && outcome.answer.expiresAt <= now.getTime()) return this.giveUp(exchange, 'koa');
          const limits = spent?.headers ?? outcome.limits;
          return this.deliver(exchange, outcome.answer, { result: joined ? 'joined' : 'miss', limits });
        }
        // An answer for one client is not shared: its error is in one language, for one address.
        if (joined || outcome.kind === 'unknown') return this.giveUp(exchange, 'koa');
        this.pass(exchange, outcome, spent);
      },
      (error: unknown) => {
        this.parts.log.error(error);
        this.giveUp(exchange, 'error');
      },
    );
  }

  private deliver(exchange: Exchange, kept: CachedAnswer, { result, limits = [] }: Delivery): void {
    const { cors } = this.parts;
    const { headers } = exchange.request;
    const encoding = chooseEncoding(headers['accept-encoding']);
    const variant = kept.ready(encoding);
    const corsHeaders = cors.peek(headers.origin ?? '');
    if (variant && corsHeaders) {
      const own = { cors: corsHeaders, limits };
      this.sent(exchange, send(exchange.request, exchange.response, variant, own), result);
      return;
    }
    Promise.all([variant ?? kept.in(encoding), corsHeaders ?? cors.of(headers.origin ?? '')]).then(
      ([made, allowed]) => {
        if (!variant) this.parts.store.reweigh(exchange.question.key, kept);
        this.sent(
          exchange,
          send(exchange.request, exchange.response, made, { cors: allowed, limits }),
          result,
        );
      },
      (error: unknown) => {
        this.parts.log.error(error);
        this.giveUp(exchange, 'error');
      },
    );
  }

  private sent({ since }: Exchange, isSent: boolean, result: Result): void {
    if (isSent) this.parts.observe?.(result, performance.now() - since);
  }

  /** Sends an uncached answer to its client. */
  private pass(exchange: Exchange, outcome: Outcome & { kind: 'passing' }, spent: Spent | undefined): void {
    const { request, response, question } = exchange;
    const { cors, log } = this.parts;
    const origin = request.headers.origin ?? '';
    Promise.resolve(cors.peek(origin) ?? cors.of(origin)).then(
      (allowed) => {
        const { status, headers, body } = outcome;
        // Its message is in the language of the request.
        const vary = [...new Set([...question.vary, 'Accept', 'Accept-Language'])].join(', ');
        const own = ['Vary', vary, 'Cache-Control', 'no-store', 'Content-Length', String(body.length)];
        sendUnkept(request, response, {
          status,
          head: [
            ...flatHeaders(headers).flat(),
            ...own,
            ...allowed,
            ...(spent?.headers ?? limitHeaders(headers)),
          ],
          body,
        });
        this.parts.observe?.('miss', performance.now() - exchange.since);
      },
      (error: unknown) => {
        log.error(error);
        this.giveUp(exchange, 'error');
      },
    );
  }

  /** Leaves the answer to Koa, which does not use the cache. */
  private giveUp({ request, response, question, since }: Exchange, result: Result): void {
    if (response.destroyed || response.writableEnded) return;
    if (question.body) return this.replay(request, response, question.body, since, result);
    this.toKoa(request, response, since, result);
  }

  private toKoa(request: IncomingMessage, response: ServerResponse, since: number, result: Result): void {
    const { observe, koa } = this.parts;
    if (observe) response.once('finish', () => observe(result, performance.now() - since));
    koa(request, response);
  }

  private readBody(request: IncomingMessage, response: ServerResponse, since: number): void {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      // Node ends a body at its Content-Length, which has been checked; this is a second safeguard.
      if (size > MAX_POST_BYTES) request.destroy();
      else chunks.push(chunk);
    });
    request.once('end', () => {
      const body = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
      const question = this.parts.questions.ofGraphqlPost(request, body);
      if (question) this.ask({ request, response, question, since });
      else this.replay(request, response, body, since, 'koa');
    });
  }

  /** Passes a request to Koa whose body has already been read. */
  private replay(
    request: IncomingMessage,
    response: ServerResponse,
    body: Buffer,
    since: number,
    result: Result,
  ): void {
    // Puts it back into a stream, so that Koa's parser can read it as usual.
    this.toKoa(withBody(request, body), response, since, result);
  }
}

const forwardedOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    FORWARDED.flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])]])),
  );
