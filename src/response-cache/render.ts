import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { atVersion, type Version } from '../platform/version';
import type { FastPath } from './domain/public-address';
import { EXPIRY_HEADER } from './expiry-header';
import { limitHeaders } from './koa-headers';
import { innerAnswer } from './inner-request';
import { CachedAnswer } from './cached-answer';
import type { NextChange } from './next-change';
import type { Question } from './question';

/** The outcome of a question. */
export type Outcome =
  | {
      readonly kind: 'kept';
      readonly answer: CachedAnswer;
      /** Headers of its first reader only, where Koa has counted the request. */
      readonly limits?: readonly string[];
    }
  /** An error or something else that applies only to this request. */
  | {
      readonly kind: 'passing';
      readonly status: number;
      readonly headers: OutgoingHttpHeaders;
      readonly body: Buffer;
    }
  /** No address of the fast path after all. */
  | { readonly kind: 'unknown' };

export interface Asking {
  readonly version: Version;
  readonly now: Date;
  /** The answer previously cached under the same key. */
  readonly previous: CachedAnswer | undefined;
  /**
   * Headers that do not affect a cached answer, but only errors: their language, and the address they are counted for.
   */
  readonly forwarded: Readonly<Record<string, string>>;
  readonly remoteAddress: string | undefined;
}

type Koa = (request: IncomingMessage, response: ServerResponse) => unknown;

// `{"data":…}` with nothing before it, since Apollo writes errors first.
const GRAPHQL_DATA = Buffer.from('{"data":{');

const textOf = (header: OutgoingHttpHeaders[string]): string => (header === undefined ? '' : String(header));

/** Creates answers: by the fast path if there is one, all others through Koa. */
export class Renderer {
  constructor(
    private readonly koa: Koa,
    private readonly nextChange: NextChange,
    private readonly standing: OutgoingHttpHeaders,
  ) {}

  of(question: Question, asking: Asking): Promise<Outcome> {
    const { answer } = question;
    return atVersion(asking.version, () =>
      answer ? this.directly(question, answer, asking) : this.byKoa(question, asking),
    );
  }

  private async directly(
    { path, query, headers, vary }: Question,
    answer: FastPath,
    { version, now, previous, forwarded }: Asking,
  ): Promise<Outcome> {
    const request = {
      method: 'GET',
      path,
      query: new URLSearchParams(query),
      headers: { ...forwarded, ...headers },
    };
    const answered = await answer(request, now);
    if (answered === null) return { kind: 'unknown' };
    const body = typeof answered.body === 'string' ? Buffer.from(answered.body) : answered.body;
    const all = { ...this.standing, 'content-language': answered.language, ...answered.headers };
    if (answered.status !== 200) return { kind: 'passing', status: answered.status, headers: all, body };
    const rendered = { headers: all, body, vary, isPost: false };
    const expiresAt = answered.expiresAt?.getTime() ?? Infinity;
    return { kind: 'kept', answer: new CachedAnswer(rendered, version, expiresAt, previous) };
  }

  private async byKoa(question: Question, asking: Asking): Promise<Outcome> {
    const { version, now, previous, forwarded, remoteAddress } = asking;
    const { path, query, headers, vary, body: sent } = question;
    const [nextChange, { status, headers: all, body }] = await Promise.all([
      this.nextChange.after(version, now),
      innerAnswer(this.koa, {
        method: sent ? 'POST' : 'GET',
        url: query === '' ? path : `${path}?${query}`,
        headers: { ...forwarded, ...headers },
        body: sent,
        remoteAddress,
      }),
    ]);
    // What GraphQL took from a fast path may expire sooner, and says when.
    const { [EXPIRY_HEADER]: expires, ...answered } = all;
    const expiresAt = Math.min(nextChange, expires === undefined ? Infinity : Number(expires));
    if (!mayBeKept(question, status, answered, body))
      return { kind: 'passing', status, headers: answered, body };
    const rendered = { headers: answered, body, vary, isPost: sent !== undefined };
    const kept = new CachedAnswer(rendered, version, expiresAt, previous);
    return { kind: 'kept', answer: kept, limits: limitHeaders(all) };
  }
}

function mayBeKept(
  { isGraphql }: Question,
  status: number,
  headers: OutgoingHttpHeaders,
  body: Buffer,
): boolean {
  if (status !== 200 || headers['set-cookie'] !== undefined) return false;
  if (isGraphql) return body.subarray(0, GRAPHQL_DATA.length).equals(GRAPHQL_DATA);
  return /\bpublic\b/.test(textOf(headers['cache-control']));
}
