import { errorOf } from './city-error.ts';
import { queryString } from './query-string.ts';
import type { AnswerMemory } from './remembered-answers.ts';
import { secondsIn, sleep } from './waiting.ts';

export interface ConnectionOptions {
  /** The city's address: `https://betriebe.example.de` */
  readonly url: string | URL;
  /** An API token or a portal's token, sent as `Authorization: Bearer …`. */
  readonly token?: string;
  /**
   * Language of texts and messages (BCP 47) where a call names none; without it the city's default. Texts of
   * `selfService` are read and written in the language that the call names.
   */
  readonly locale?: string;
  /**
   * How often a request is repeated that was refused with 429, or a read with 503, and a Retry-After; 0 if left out. A
   * refused request has changed nothing.
   */
  readonly retries?: number;
  /** Longest Retry-After in seconds that is waited for; 30 if left out. Beyond it the refusal is thrown. */
  readonly longestWait?: number;
  /** Answers to send entity tags for; see `rememberAnswers`. Only what is asked without a token is remembered. */
  readonly remember?: AnswerMemory;
  /** Instead of the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
}

/** What every call takes as its last argument. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Sending extends CallOptions {
  readonly query?: object | undefined;
  /** Sent as JSON; a `FormData` as it is. */
  readonly body?: unknown;
  /** Instead of the connection's. */
  readonly token?: string | undefined;
  readonly credentials?: 'include';
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Sends requests to one city. */
export interface Connection {
  /** Without a slash at the end. */
  readonly url: string;
  readonly locale: string | undefined;
  /**
   * The answer, if it is a success.
   * @throws CityError if it is refused
   */
  send(method: Method, path: string, sending?: Sending): Promise<Response>;
  /** The JSON of the answer, `undefined` if it has no content; what is remembered is not sent again. */
  json(method: Method, path: string, sending?: Sending): Promise<unknown>;
}

const DEFAULT_WAIT = 30;

const mayRepeat = (method: Method, status: number): boolean =>
  status === 429 || (status === 503 && method === 'GET');

function headersOf(sending: Sending, token: string | undefined, locale: string | undefined): Headers {
  const headers = new Headers({ accept: 'application/json' });
  if (token) headers.set('authorization', `Bearer ${token}`);
  if (locale && (token || sending.body !== undefined)) headers.set('accept-language', locale);
  if (sending.body !== undefined && !(sending.body instanceof FormData))
    headers.set('content-type', 'application/json');
  for (const [name, value] of Object.entries(sending.headers ?? {})) headers.set(name, value);
  return headers;
}

async function refusal(response: Response): Promise<Error> {
  const text = await response.text();
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    // Not the city's: of a proxy before it.
  }
  return errorOf(answer, {
    status: response.status,
    retryAfter: secondsIn(response.headers.get('retry-after'), Date.now()),
    fallback: `${response.url} answered ${response.status}: ${text.slice(0, 200)}`,
  });
}

/** A connection to a city. Nothing is asked yet. */
export function connect(options: ConnectionOptions): Connection {
  const { token, locale, retries = 0, longestWait = DEFAULT_WAIT, remember } = options;
  const url = String(options.url).replace(/\/+$/, '');
  // Called without a receiver: browsers refuse `options.fetch(…)`.
  const fetch = options.fetch ?? globalThis.fetch;

  async function ask(method: Method, path: string, sending: Sending, headers: Headers): Promise<Response> {
    const { body, signal, credentials } = sending;
    const address = url + path + queryString(sending.query ?? {});
    for (let left = retries; ; left -= 1) {
      const response = await fetch(address, {
        method,
        headers,
        ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
        ...(signal ? { signal } : {}),
        ...(credentials ? { credentials } : {}),
      });
      const seconds = secondsIn(response.headers.get('retry-after'), Date.now());
      const again =
        left > 0 && seconds !== undefined && seconds <= longestWait && mayRepeat(method, response.status);
      if (!again) return response;
      await response.body?.cancel();
      await sleep(seconds, signal);
    }
  }

  return {
    url,
    locale,

    async send(method, path, sending = {}) {
      const response = await ask(method, path, sending, headersOf(sending, sending.token ?? token, locale));
      if (!response.ok) throw await refusal(response);
      return response;
    },

    async json(method, path, sending = {}) {
      const bearer = sending.token ?? token;
      const headers = headersOf(sending, bearer, locale);
      const memory = method === 'GET' && !bearer && !headers.has('if-none-match') ? remember : undefined;
      const address = `${url + path + queryString(sending.query ?? {})} ${headers.get('accept')}`;
      const known = memory?.get(address);
      if (known) headers.set('if-none-match', known.etag);
      const response = await ask(method, path, sending, headers);
      if (known && response.status === 304) return JSON.parse(known.body) as unknown;
      if (!response.ok) throw await refusal(response);
      const body = await response.text();
      const etag = response.headers.get('etag');
      if (memory && etag) memory.set(address, { etag, body });
      return body === '' ? undefined : (JSON.parse(body) as unknown);
    },
  };
}
