import type { Core } from '@strapi/strapi';

/** What an endpoint sees of a request. Nothing from Koa, so that requests can be answered without it. */
export interface DirectoryRequest {
  readonly method: string;
  /** Without the query: `/api/directory/search` */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case, as in node:http. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface DirectoryAnswer {
  readonly status: number;
  /** At least `content-type`; names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** The next moment at which the answer changes without any write; `null` if it does not change with time. */
  readonly expiresAt: Date | null;
  /** `Content-Language`: a locale of content, or the language of a refusal */
  readonly language: string;
}

/** One endpoint of the directory. */
export interface Endpoint {
  /** Matched against the whole path. */
  readonly path: RegExp;
  /** @throws Refusal if it cannot be answered */
  answer(
    strapi: Core.Strapi,
    request: DirectoryRequest,
    now: Date,
    match: RegExpExecArray,
  ): Promise<DirectoryAnswer>;
}

/**
 * A header by which an answer from Koa tells the response cache when it expires, in milliseconds. The cache removes it.
 */
export const EXPIRES_HEADER = 'x-stadtverbund-expires';
