import { isLasting } from './domain/lasting';

// Of the Service Worker specification, as far as it is used: its types and those of pages exclude each other.
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Told extends Lasting {
  readonly data: unknown;
}
interface Scope {
  readonly location: Location;
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Asked) => void): void;
  addEventListener(type: 'message', listener: (event: Told) => void): void;
}

const worker = globalThis as unknown as Scope;

const ORIGIN = worker.location.origin;
// The page of the app, the same at all of its addresses, and public: nobody's data is in it.
const SHELL = worker.registration.scope;
const NAME = `my-business ${new URL(SHELL).pathname}`;

// A line that is slower than this is none to somebody who waits.
const PATIENCE_MS = 5_000;
const GATEWAY: ReadonlySet<number> = new Set([502, 503, 504]);

const kept = (): Promise<Cache> => caches.open(NAME);

const later = (ms: number): Promise<undefined> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(undefined), ms);
  });

/** The page of the net; if there is none in time, the one that was kept. */
async function page(request: Request): Promise<Response> {
  const shell = await (await kept()).match(SHELL);
  if (!shell) return fetch(request);
  const answer = await Promise.race([fetch(request).catch(() => undefined), later(PATIENCE_MS)]);
  return answer && !GATEWAY.has(answer.status) ? answer : shell;
}

async function file(request: Request): Promise<Response> {
  return (await (await kept()).match(request)) ?? fetch(request);
}

/** Keeps the page and what it is made of, and drops what an earlier one was made of. */
async function keep(files: readonly string[]): Promise<void> {
  const cache = await kept();
  const wanted = files.filter((url) => isLasting(url, ORIGIN));
  const shell = await fetch(SHELL, { credentials: 'omit', cache: 'no-cache' });
  if (!shell.ok) return;
  const text = await shell.clone().text();
  // Of a newer release, whose files the page that asks does not know: kept when it is opened next.
  if (!wanted.some((url) => url.endsWith('.js') && text.includes(new URL(url).pathname))) return;
  await Promise.all(wanted.map(async (url) => (await cache.match(url)) ?? cache.add(url)));
  await cache.put(SHELL, shell);
  const stays = new Set([SHELL, ...wanted]);
  for (const { url } of await cache.keys()) if (!stays.has(url)) await cache.delete(url);
}

const filesIn = (data: unknown): readonly string[] | undefined => {
  const { files } = (data ?? {}) as { files?: unknown };
  return Array.isArray(files) && files.every((one) => typeof one === 'string') ? files : undefined;
};

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('message', (event) => {
  const files = filesIn(event.data);
  // Without a net, or while it is being replaced, what was kept stays.
  if (files) event.waitUntil(keep(files).catch(() => undefined));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (isLasting(request.url, ORIGIN)) event.respondWith(file(request));
});
