/** What answers depend on, beside path and query. */
export interface Traits {
  /** Links in them begin with the address that the request came to, where no PUBLIC_URL is configured. */
  readonly namesHost: boolean;
  /**
   * Of addresses that answer in several media types: what an `Accept` comes to. Equal texts get equal answers.
   * @param accept the header as it was sent; `undefined` where there is none
   */
  readonly negotiate?: (accept: string | undefined) => string;
  /**
   * The names of the parameters that are looked at; without it, all are. Others, such as `utm_source`, and those without a
   * value make no difference.
   */
  readonly reads?: ReadonlySet<string>;
}

/** A request as it is answered below Koa. */
export interface PlainRequest {
  readonly method: string;
  /** Without the query: `/api/directory/search` */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case, as node:http gives them. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface PlainAnswer {
  readonly status: number;
  /** `content-type` at least; names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** The next moment at which the answer changes though nothing is written; `null` when time does not change it. */
  readonly expiresAt: Date | null;
  /** `Content-Language`: a locale of content, or the language of a refusal */
  readonly language: string;
}

/**
 * Addresses whose answers are the same for everybody who asks without credentials, and change with what is public or at a
 * moment that is known: content types, press feeds, the directory, pages. What nobody has registered is not kept.
 */
export interface PublicAddresses {
  /**
   * Whether a path is one of them. It comes in one spelling only: plain words in lower case, nothing encoded.
   * @returns what its answers depend on
   */
  readonly matches: (path: string) => Traits | undefined;
  /**
   * The fast path: answers without Koa and Strapi. Without it Koa answers.
   * @returns `null` where the path is none of its own after all; Koa then answers
   */
  readonly answer?: FastPath;
}

export type FastPath = (request: PlainRequest, now: Date) => Promise<PlainAnswer | null>;

/** A path that is known, and who answers it. */
export interface PublicAddress extends Traits {
  readonly answer?: FastPath;
}

// Lower-case words of known shape, joined by single slashes: nothing encoded, no dot segments, no case to fold.
const PLAIN_PATH = /^(?:\/|(?:\/[a-z0-9][a-z0-9._-]*)+)$/;

/**
 * The address that a path is, if the first who knows it says so. Everything else, also another spelling of the same
 * address, is left to Koa.
 */
export function publicAddress(
  path: string,
  registered: readonly PublicAddresses[],
): PublicAddress | undefined {
  if (!PLAIN_PATH.test(path)) return undefined;
  for (const { matches, answer } of registered) {
    const traits = matches(path);
    if (traits) return answer ? { ...traits, answer } : traits;
  }
  return undefined;
}
