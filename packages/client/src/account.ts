import { CityError } from './city-error.ts';
import type { CallOptions, Connection, Sending } from './http.ts';

export interface SignedIn {
  readonly id: number;
  readonly documentId: string;
  readonly username: string;
  readonly email: string;
  readonly language?: string | null;
  readonly [further: string]: unknown;
}

export interface Registration {
  readonly username: string;
  readonly email: string;
  /** At least 10 characters, and not among the first that others would try. */
  readonly password: string;
  /** Language of the mails (BCP 47) */
  readonly locale?: string;
}

/** A session of somebody who manages businesses. */
export interface Account {
  /** Creates an account and mails a link to confirm it. */
  register(registration: Registration, options?: CallOptions): Promise<void>;
  /** Mails that link again; the same answer whether or not there is such an account. */
  sendConfirmation(email: string, options?: CallOptions): Promise<void>;
  /** Mails a link for a new password; the same answer whether or not there is such an account. */
  forgotPassword(email: string, options?: CallOptions): Promise<void>;
  /** @param code of the link in that mail */
  resetPassword(code: string, password: string, options?: CallOptions): Promise<void>;
  signIn(
    who: { readonly identifier: string; readonly password: string },
    options?: CallOptions,
  ): Promise<SignedIn>;
  /**
   * Goes on with the session of the refresh cookie, after a page was loaded again for example.
   *
   * @returns false if there is none, or it is over
   */
  resume(): Promise<boolean>;
  signOut(options?: CallOptions): Promise<void>;
  me(options?: CallOptions): Promise<SignedIn>;
  /**
   * Where there are no cookies (Node, Deno): the refresh cookie as the city has set it last, to be handed to
   * `createAccount` by the next process. Changes with each refresh. It is a secret.
   */
  readonly cookie: string | undefined;
  /** Below: requests with the session; an access token that is over is replaced. */
  readonly connection: Pick<Connection, 'send' | 'json'>;
}

const COOKIE = 'strapi_up_refresh';

/** The cookie and its signature. In browsers there is nothing to be read: they keep both. */
const cookieIn = (response: Response): string | undefined =>
  response.headers
    .getSetCookie?.()
    .map((cookie) => cookie.split(';', 1)[0] ?? '')
    .filter((cookie) => cookie.startsWith(COOKIE))
    .join('; ') || undefined;

/** Without a session the refresh is refused with 400; to a request it means that nobody is signed in. */
function asSignedOut(error: unknown): never {
  const { status, message } = error as Partial<CityError>;
  if (status === 400) throw new CityError({ status: 401, code: 'not-signed-in', message: message ?? '' });
  throw error;
}

/**
 * An account at a city, signed out at first unless `cookie` is given. The access token is held in memory only.
 *
 * In a browser on another origin, the city must name it in `CORS_ORIGINS`, and be of the same site.
 */
export function createAccount(connection: Connection, options: { readonly cookie?: string } = {}): Account {
  let cookie = options.cookie;
  let token: string | undefined;
  let refreshing: Promise<void> | undefined;

  async function auth(path: string, sending: Sending): Promise<Record<string, unknown>> {
    const response = await connection.send('POST', `/api/auth/${path}`, {
      credentials: 'include',
      ...sending,
      headers: { ...(cookie ? { cookie } : {}), ...sending.headers },
    });
    cookie = cookieIn(response) ?? cookie;
    const body = (await response.json()) as Record<string, unknown>;
    if (typeof body['jwt'] === 'string') token = body['jwt'];
    return body;
  }

  /** All who find the token over at the same time wait for one refresh: each one replaces the cookie. */
  function refresh(): Promise<void> {
    refreshing ??= auth('refresh', { body: {} })
      .then(() => undefined)
      .finally(() => (refreshing = undefined));
    return refreshing;
  }

  async function withToken<Answer>(ask: (token: string) => Promise<Answer>): Promise<Answer> {
    if (token === undefined) await refresh().catch(asSignedOut);
    const used = token;
    try {
      return await ask(used ?? '');
    } catch (error) {
      if (!(error instanceof CityError) || error.status !== 401) throw error;
      // Another request may have refreshed it meanwhile, or be about to.
      if (token === used) token = undefined;
      if (token === undefined)
        await refresh().catch(() => {
          throw error;
        });
      return ask(token ?? '');
    }
  }

  const self: Account = {
    async register(registration, call) {
      await auth('local/register', { ...call, body: registration });
    },
    async sendConfirmation(email, call) {
      await auth('send-email-confirmation', { ...call, body: { email } });
    },
    async forgotPassword(email, call) {
      await auth('forgot-password', { ...call, body: { email } });
    },
    async resetPassword(code, password, call) {
      await auth('reset-password', { ...call, body: { code, password, passwordConfirmation: password } });
    },
    async signIn(who, call) {
      return (await auth('local', { ...call, body: who }))['user'] as SignedIn;
    },
    async resume() {
      try {
        await refresh();
        return true;
      } catch (error) {
        if (error instanceof CityError && error.status < 429) return false;
        throw error;
      }
    },
    async signOut(call = {}) {
      await withToken((bearer) => auth('logout', { ...call, body: {}, token: bearer }));
      token = undefined;
      cookie = undefined;
    },
    me: (call = {}) => self.connection.json('GET', '/api/users/me', call) as Promise<SignedIn>,
    get cookie() {
      return cookie;
    },
    connection: {
      send: (method, path, sending = {}) =>
        withToken((bearer) => connection.send(method, path, { ...sending, token: bearer })),
      json: (method, path, sending = {}) =>
        withToken((bearer) => connection.json(method, path, { ...sending, token: bearer })),
    },
  };
  return self;
}
