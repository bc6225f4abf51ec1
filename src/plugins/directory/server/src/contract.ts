import type { Core } from '@strapi/strapi';

/** What an endpoint sees of a request: nothing of Koa, so that it can be answered below it. */
export interface DirectoryRequest {
  readonly method: string;
  /** Without the query: `/api/directory/search` */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case, as node:http gives them. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface DirectoryAnswer {
  readonly status: number;
  /** `content-type` at least; names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** The next moment at which the answer changes though nothing is written; `null` when time does not change it. */
  readonly expiresAt: Date | null;
  /** `Content-Language`: a locale of content, or the language of a refusal */
  readonly language: string;
}

/** One address of the directory. */
export interface Endpoint {
  /** Matched against the whole path. */
  readonly path: RegExp;
  /** @throws Refusal for what cannot be answered */
  answer(
    strapi: Core.Strapi,
    request: DirectoryRequest,
    now: Date,
    match: RegExpExecArray,
  ): Promise<DirectoryAnswer>;
}

/**
 * A header by which an answer that Koa makes tells the response cache when it ends by time alone, in milliseconds. The
 * cache takes it off.
 */
export const EXPIRES_HEADER = 'x-stadtverbund-expires';
