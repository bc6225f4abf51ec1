import { createServer } from 'node:http';
import { listenUntilDisconnect } from '../listen-until-disconnect';
import { answerCalls } from '../process-calls';
import { sharedClock } from './shared-clock';

/** A document that reached a receiver. */
export interface Arrival {
  receiver: string;
  documentId: string;
  /** Milliseconds of the clock that all processes share */
  at: number;
  bytes: number;
}

interface Body {
  /** From Strapi's webhooks */
  entry?: { documentId?: string };
  /** From the portal feed */
  data?: { id?: string };
}

/** Any number of receivers, each a path on one server, which answers immediately and records what arrived when. */
let arrivals: Arrival[] = [];

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const at = sharedClock();
    response.writeHead(204);
    response.end();
    const bytes = Buffer.concat(chunks);
    const body = JSON.parse(bytes.toString()) as Body;
    const documentId = body.entry?.documentId ?? body.data?.id ?? '';
    arrivals.push({ receiver: request.url ?? '', documentId, at, bytes: bytes.length });
  });
});

answerCalls({
  count: () => arrivals.length,
  take: () => {
    const taken = arrivals;
    arrivals = [];
    return taken;
  },
});

void listenUntilDisconnect(server);
