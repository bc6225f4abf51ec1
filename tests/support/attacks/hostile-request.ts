import { startedApp } from '../started-app';

/** One request of an attacker, as a generator makes it. */
export interface HostileRequest {
  /** For the message if it does harm */
  what: string;
  method: string;
  /** Complete, as sent: `/api/businesses?filters…` */
  path: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export interface Thrown {
  /** HTTP status; `undefined` if the server closed the connection without an answer */
  status: number | undefined;
  text: string;
}

// Longer than any of the server's own limits: waiting this long means that a request has stopped it.
const PATIENCE_MS = 25_000;

/**
 * Sends it, and waits until it is answered or the connection is closed.
 *
 * @param url the instance; default: the suite's own
 * @throws Error with `what` if there is no answer within 25 s
 */
export async function throwAt(hostile: HostileRequest, url = startedApp().url): Promise<Thrown> {
  const { what, method, path, headers = {}, body } = hostile;
  try {
    const response = await fetch(`${url}${path}`, {
      method,
      headers,
      body: typeof body === 'string' || body === undefined ? body : new Uint8Array(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    if ((error as Error).name === 'TimeoutError') throw new Error(`${what}: no answer`, { cause: error });
    return { status: undefined, text: String((error as Error).cause ?? error) };
  }
}
