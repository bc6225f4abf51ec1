import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that arrived, whatever was answered. */
export interface Received {
  readonly at: number;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
  readonly body: {
    readonly type: string;
    readonly timestamp: string;
    readonly data: { readonly id: string; readonly sequence: number; readonly [key: string]: unknown };
  };
}

/** What a receiver does with a request. */
export type Behaviour = (request: Received, answer: ServerResponse) => void;

/** Answers with a status and nothing else. */
export const answers =
  (status: number, headers: Record<string, string> = {}): Behaviour =>
  (_request, answer) =>
    void answer.writeHead(status, headers).end();

/** Never answers. */
export const hangs: Behaviour = () => undefined;

/** Sends a byte of its headers now and then, and never ends. */
export const dripsHeaders: Behaviour = (_request, answer) => {
  answer.socket?.write('HTTP/1.1 200 OK\r\nx-slow: ');
  drip(answer, () => answer.socket?.write('a'));
};

/** Answers 200 and sends a byte of the body now and then. */
export const dripsBody: Behaviour = (_request, answer) => {
  answer.writeHead(200);
  drip(answer, () => answer.write('a'));
};

/** Answers 200 with a body that does not end. */
export const neverStops: Behaviour = (_request, answer) => {
  answer.writeHead(200);
  const chunk = 'x'.repeat(16_384);
  const fill = (): void => {
    while (answer.write(chunk) && !answer.destroyed);
  };
  answer.on('drain', fill);
  fill();
};

function drip(answer: ServerResponse, write: () => unknown): void {
  const timer = setInterval(write, 200);
  answer.on('close', () => clearInterval(timer));
}

async function read(request: IncomingMessage): Promise<Received> {
  let raw = '';
  request.setEncoding('utf8');
  for await (const chunk of request) raw += chunk as string;
  const body = JSON.parse(raw) as Received['body'];
  return { at: Date.now(), path: request.url ?? '', headers: request.headers, raw, body };
}

export interface WebhookReceiver {
  /** `http://127.0.0.1:PORT/hook` */
  readonly url: string;
  readonly received: Received[];
  /** Connections that were opened, used or not. */
  connections(): number;
  /** Sets what it does from now on; initially 204. */
  behave(behaviour: Behaviour): void;
  close(): Promise<void>;
}

/** An HTTP server that records what it receives. */
export async function startReceiver(behaviour: Behaviour = answers(204)): Promise<WebhookReceiver> {
  const received: Received[] = [];
  let connections = 0;
  let present = behaviour;
  const server = createServer((request, answer) => {
    read(request).then(
      (one) => {
        received.push(one);
        present(one, answer);
      },
      () => answer.destroy(),
    );
  });
  server.on('connection', () => (connections += 1));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    connections: () => connections,
    behave: (next) => (present = next),
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
