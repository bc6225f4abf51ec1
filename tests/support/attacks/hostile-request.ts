import { startedApp } from '../started-app';

/** One request of an attacker, as a generator makes it. */
export interface HostileRequest {
  /** For the message when it does harm */
  what: string;
  method: string;
  /** Whole, as sent: `/api/businesses?filters…` */
  path: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export interface Thrown {
  /** HTTP status; `undefined` when the server closed the connection without an answer */
  status: number | undefined;
  text: string;
}

// Longer than any bound of the server's own: whoever waits this long has found a request that stops it.
const PATIENCE_MS = 25_000;

/**
 * Sends it, and waits until it is answered or the connection is closed.
 *
 * @param url the instance; the suite's own unless given
 * @throws Error with `what` when nothing comes within 25 s
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
