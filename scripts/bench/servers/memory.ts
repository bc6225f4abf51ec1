import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listenUntilDisconnect } from '../listen-until-disconnect';

/**
 * The least that a node:http server can do for an answer: look up the bytes and send them with content type and length.
 * It fetches each answer once from ORIGIN, so that the bytes are the same.
 */
interface Kept {
  headers: { 'content-type': string; 'content-length': number };
  body: Buffer;
}

const origin = process.env['ORIGIN'] ?? '';
const answers = new Map<string, Kept>();

async function bodyOf(request: IncomingMessage): Promise<string> {
  if (request.method !== 'POST') return '';
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

async function keep(
  key: string,
  { method, url = '', headers }: IncomingMessage,
  body: string,
): Promise<Kept> {
  const answer = await fetch(origin + url, {
    method: method ?? 'GET',
    headers: { 'content-type': headers['content-type'] ?? '', 'accept-encoding': 'identity' },
    ...(method === 'POST' ? { body } : {}),
  });
  if (!answer.ok) throw new Error(`${origin}${url} answers ${answer.status}`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const kept: Kept = {
    headers: { 'content-type': answer.headers.get('content-type') ?? '', 'content-length': bytes.length },
    body: bytes,
  };
  answers.set(key, kept);
  return kept;
}

function send(response: ServerResponse, { headers, body }: Kept): void {
  response.writeHead(200, headers);
  response.end(body);
}

async function answerSlowly(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request);
  const key = `${request.url ?? ''}\n${body}`;
  send(response, answers.get(key) ?? (await keep(key, request, body)));
}

const server = createServer((request, response) => {
  const kept = request.method === 'GET' ? answers.get(`${request.url ?? ''}\n`) : undefined;
  if (kept) {
    send(response, kept);
    return;
  }
  answerSlowly(request, response).catch((error: unknown) => {
    response.writeHead(502);
    response.end(String(error));
  });
});

void listenUntilDisconnect(server);
