import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Core } from '@strapi/strapi';
import { answer as directoryAnswer } from '../plugins/directory/server/src/answer';
import { EXPIRES_HEADER } from '../plugins/directory/server/src/contract';
import { innerAnswer } from './inner-request';
import { CachedAnswer } from './cached-answer';
import type { NextChange } from './next-change';
import type { Question } from './question';
import type { Version } from './version-reader';

/** The outcome of a question. */
export type Outcome =
  | { readonly kind: 'kept'; readonly answer: CachedAnswer }
  /** An error or something else that applies only to this request. */
  | {
      readonly kind: 'passing';
      readonly status: number;
      readonly headers: OutgoingHttpHeaders;
      readonly body: Buffer;
    }
  /** Not in the directory after all. */
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

/** Creates answers: those of the directory directly, all others through Koa. */
export class Renderer {
  constructor(
    private readonly strapi: Core.Strapi,
    private readonly koa: Koa,
    private readonly nextChange: NextChange,
    private readonly standing: OutgoingHttpHeaders,
  ) {}

  of(question: Question, asking: Asking): Promise<Outcome> {
    return question.traits.kind === 'directory'
      ? this.directly(question, asking)
      : this.byKoa(question, asking);
  }

  private async directly(
    question: Question,
    { version, now, previous, forwarded }: Asking,
  ): Promise<Outcome> {
    const { path, query, headers, vary } = question;
    const request = {
      method: 'GET',
      path,
      query: new URLSearchParams(query),
      headers: { ...forwarded, ...headers },
    };
    const answered = await directoryAnswer(this.strapi, request, now);
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
        version,
      }),
    ]);
    // What GraphQL took from the directory may expire sooner, and says when.
    const { [EXPIRES_HEADER]: expires, ...answered } = all;
    const expiresAt = Math.min(nextChange, expires === undefined ? Infinity : Number(expires));
    if (!mayBeKept(question, status, answered, body))
      return { kind: 'passing', status, headers: answered, body };
    const rendered = { headers: answered, body, vary, isPost: sent !== undefined };
    return { kind: 'kept', answer: new CachedAnswer(rendered, version, expiresAt, previous) };
  }
}

function mayBeKept(
  { traits }: Question,
  status: number,
  headers: OutgoingHttpHeaders,
  body: Buffer,
): boolean {
  if (status !== 200 || headers['set-cookie'] !== undefined) return false;
  if (traits.kind === 'graphql') return body.subarray(0, GRAPHQL_DATA.length).equals(GRAPHQL_DATA);
  return /\bpublic\b/.test(textOf(headers['cache-control']));
}
