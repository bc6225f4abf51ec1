import { connect } from 'node:net';
import { once } from 'node:events';
import fc from 'fast-check';
import { pageSpelling } from '#src/platform/pages/pages';
import { startedApp } from '../../support';
import { howMany } from '../../support/attacks/how-many';
import { rawRequest } from '../../support/raw-request';

interface Layer {
  path: string;
  methods: string[];
  stack: ((ctx: unknown, next: () => Promise<unknown>) => unknown)[];
}

interface Route {
  method: string;
  /** As registered: `/api/businesses/:id` */
  path: string;
}

// Anything that no route answers is looked up among the files in public/.
const FILES = ['/((?!uploads/).+)', '/uploads/(.*)'];
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'];

const layers = (): Layer[] => {
  const server = startedApp().strapi.server as unknown as { listRoutes(): Layer[] };
  return server.listRoutes();
};

const reached: string[] = [];

/** Every route of the installation with one of its methods. */
const routes = (): Route[] =>
  layers()
    .filter(({ path, methods }) => methods.length > 0 && path !== '/' && !FILES.includes(path))
    .flatMap(({ path, methods }) =>
      METHODS.filter((method) => methods.includes(method)).map((method) => ({ method, path })),
    );

// Values for parameters as they occur in such addresses, plain and as encoded by the panel.
const VALUES = [
  '1',
  'abc',
  'api::business.business',
  'api%3A%3Abusiness.business',
  'stra%C3%9Fe',
  'zzzzzzzzzzzzzzzzzzzzzzzz',
];

const filled = (path: string, value: string): string => path.replace(/:[A-Za-z]+\*?/g, value);

/** The positions of letters that belong to the route itself, not to a parameter. */
const letters = (route: string, value: string): number[] => {
  const path = filled(route, '\u0000'.repeat(value.length));
  return [...path].flatMap((character, at) => (/[a-z]/i.test(character) ? [at] : []));
};

const slashes = (path: string): number[] =>
  [...path].flatMap((character, at) => (character === '/' ? [at] : []));

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

const splice = (text: string, from: number, length: number, put: string): string =>
  text.slice(0, from) + put + text.slice(from + length);

const hex = (character: string): string => `%${character.charCodeAt(0).toString(16)}`;

const swapCase = (letter: string): string =>
  letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();

/** Other ways to write an address that servers, proxies and file systems treat as the same. */
const RESPELLINGS: Readonly<Record<string, (route: string, value: string, index: number) => string>> = {
  'a letter in the other case': (route, value, index) => {
    const path = filled(route, value);
    const place = at(letters(route, value), index);
    return splice(path, place, 1, swapCase(path[place] ?? ''));
  },
  'all in capitals': (route, value) =>
    filled(
      route.replace(/[^/:]+|:[A-Za-z]+/g, (part) => (part.startsWith(':') ? part : part.toUpperCase())),
      value,
    ),
  'an encoded letter': (route, value, index) => {
    const path = filled(route, value);
    const place = at(letters(route, value), index);
    return splice(path, place, 1, hex(path[place] ?? ''));
  },
  'an encoded letter, in capitals': (route, value, index) => {
    const path = filled(route, value);
    const place = at(letters(route, value), index);
    return splice(path, place, 1, hex(path[place] ?? '').toUpperCase());
  },
  'a doubled slash': (route, value, index) => {
    const path = filled(route, value);
    return splice(path, at(slashes(path), index), 1, '//');
  },
  'a slash at the end': (route, value) => `${filled(route, value)}/`,
  'an encoded slash': (route, value, index) => {
    const path = filled(route, value);
    return splice(path, at(slashes(path), index), 1, '/%2f');
  },
  'a backslash': (route, value, index) => {
    const path = filled(route, value);
    return splice(path, at(slashes(path), index), 1, '/\\');
  },
  'a dot segment': (route, value, index) => {
    const path = filled(route, value);
    return splice(path, at(slashes(path), index), 1, '/./');
  },
  'an encoded dot segment': (route, value, index) => {
    const path = filled(route, value);
    return splice(path, at(slashes(path), index), 1, '/%2e/');
  },
  'a way up': (route, value, index) => {
    const path = filled(route, value);
    return splice(path, at(slashes(path), index), 1, '/x/../');
  },
  'an encoded way up': (route, value, index) => {
    const path = filled(route, value);
    return splice(path, at(slashes(path), index), 1, '/x/%2E%2e/');
  },
  'a parameter of the path': (route, value) => `${filled(route, value)};a=b`,
  'a fragment': (route, value) => `${filled(route, value)}#a`,
  'the absolute form': (route, value) => `${startedApp().url}${filled(route, value)}`,
  'the absolute form of another host': (route, value) => `http://127.0.0.1:1${filled(route, value)}`,
};

// Addresses that Strapi's panel requests with a trailing slash.
const ASKED_BY_PANEL = ['/admin/roles/', '/admin/users/', '/admin/webhooks/', '/upload/folders/'];

/** Whether the address matches the route exactly: `/api/my/Claims` is a collection `Claims`, which does not exist. */
const isWrittenAs = (target: string, route: string): boolean => {
  const parts = route.split('/');
  const written = target.split('/');
  return (
    parts.length === written.length &&
    parts.every((part, index) => part.startsWith(':') || part === written[index])
  );
};

/** Whether people or the panel are redirected to what they mean. */
const isLedOn = (method: string, target: string): boolean =>
  ASKED_BY_PANEL.includes(target) ||
  (['/admin/', '/docs/'].includes(target) && ['GET', 'HEAD'].includes(method));

/** Whether people are led to the one address of a public page (301). */
const isPageMeant = (method: string, target: string): boolean =>
  ['GET', 'HEAD'].includes(method) && pageSpelling(startedApp().strapi, target) !== undefined;

/** Sends a request line unchanged; clients normalise what they find odd. */
async function rawStatus(method: string, target: string): Promise<number> {
  const { hostname, port } = new URL(startedApp().url);
  const socket = connect(Number(port), hostname);
  let received = '';
  socket.setEncoding('latin1');
  socket.on('data', (text: string) => (received += text));
  socket.write(
    `${method} ${target} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
  await once(socket, 'close');
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(received)?.[1]);
}

beforeAll(() => {
  // Records that a route was reached, before any of it runs.
  for (const layer of layers())
    if (layer.methods.length > 0 && !FILES.includes(layer.path))
      layer.stack.unshift((_ctx, next) => {
        reached.push(layer.path);
        return next();
      });
});

it('the spelling of the route reaches it', async () => {
  await rawStatus('GET', '/api/businesses');
  await rawStatus('GET', '/content-manager/collection-types/api%3A%3Abusiness.business');
  expect(reached).toEqual(['/api/businesses', '/content-manager/collection-types/:model']);
});

it.each(Object.entries(RESPELLINGS))('%s never reaches the route', async (_what, respelt) => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...routes()),
      fc.constantFrom(...VALUES),
      fc.nat(200),
      async ({ method, path }, value, index) => {
        const target = respelt(path, value, index);
        fc.pre(target !== filled(path, value) && !isLedOn(method, target));
        reached.length = 0;
        const status = await rawStatus(method, target);
        expect(reached.filter((route) => !isWrittenAs(target, route))).toEqual([]);
        // If it is the value of another route's parameter, that route answers: 403, or 405 for another method.
        const isAddress = routes().some((route) => isWrittenAs(target, route.path));
        if (isPageMeant(method, target)) expect(status).toBe(301);
        else expect(isAddress ? [400, 401, 403, 404, 405] : [400, 404]).toContain(status);
      },
    ),
    { numRuns: howMany(40) },
  );
});

it('no route exists in capitals or with a trailing slash', async () => {
  reached.length = 0;
  for (const { method, path } of routes())
    for (const what of ['all in capitals', 'a slash at the end'] as const) {
      const target = (RESPELLINGS[what] as (route: string, value: string, index: number) => string)(
        path,
        'abc',
        0,
      );
      if (isLedOn(method, target)) continue;
      const expected = isPageMeant(method, target) ? 301 : 404;
      expect(`${method} ${target} ${await rawStatus(method, target)}`).toBe(
        `${method} ${target} ${expected}`,
      );
    }
  expect(reached).toEqual([]);
}, 120_000);

it('what people type with a trailing slash leads to the page, and nowhere else', async () => {
  const { status, headers } = await rawRequest('/admin/');
  expect([status, headers.location]).toEqual([302, '/admin']);
});

it.each(ASKED_BY_PANEL)(
  'the panel’s %s redirects to the address without the slash, and runs nothing',
  async (path) => {
    reached.length = 0;
    for (const method of ['GET', 'POST']) {
      const { status, headers } = await rawRequest(`${path}?page=1&filters[name]=a//b`, { method });
      expect([status, headers.location]).toEqual([307, `${path.slice(0, -1)}?page=1&filters[name]=a//b`]);
    }
    expect(reached).toEqual([]);
  },
);
