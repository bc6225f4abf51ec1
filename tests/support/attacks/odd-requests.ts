import { startedApp } from '../started-app';
import type { HostileRequest } from './hostile-request';

interface Layer {
  methods: string[];
  path: string;
}

// Signing out would end the sessions used by the others; file routes have no body and no query.
const LEFT_OUT = /log-?out|\(\.\*\)|\.\+|^\/uploads|^\/admin\/(?!\w)/;

const VALUES = ['x', '0', 'constructor', 'api::business.business', 'plugin::upload.file', 'createdBy'];

const BODIES = [
  // None at all
  undefined,
  '{}',
  '[]',
  'null',
  '"x"',
  '{"data":null}',
  '{"data":[]}',
  '{"ids":{},"permissions":5,"documentIds":"x","entries":{},"urls":5}',
  '{"ids":[null],"permissions":[null],"documentIds":[{}],"entries":[null],"data":{"__component":5}}',
  '{"identifier":[],"email":{},"password":{"a":1},"code":[],"refreshToken":{},"token":[]}',
  // Half a character
  '{"identifier":"\\ud800x","email":"a@x.example","password":"Halb \\ud800x","currentPassword":"\\udc00","code":"\\ud800"}',
  `{"identifier":${'['.repeat(20_000)}${']'.repeat(20_000)},"password":"x"}`,
];

const QUERIES = [
  '',
  '?filters=x&sort[a][b]=c&populate[x]=y&fields[a]=b&locale[a]=b&status[]=x&page[a]=1&pageSize=-1',
  '?filters[$and]=x&sort=__proto__:asc&_q[]=x&page=x&pageSize=99999999999&ids[]=x&id[a]=b&documentIds=x',
  '?idsToOmit[a]=b&idsToInclude=x&_filter=$nope&folder[a]=b&pagination[page]=x&code[]=x&confirmation[a]=b',
];

const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** Every route of the instance with parameters, queries and bodies that nobody expects. */
export function oddRequests(who: string, token?: string): HostileRequest[] {
  const layers = startedApp().strapi.server.listRoutes() as unknown as Layer[];
  const authorization: Record<string, string> =
    token === undefined ? {} : { authorization: `Bearer ${token}` };
  const routes = layers.flatMap(({ methods, path }) =>
    LEFT_OUT.test(path)
      ? []
      : methods.filter((method) => METHODS.has(method)).map((method) => ({ method, path })),
  );
  return routes.flatMap(({ method, path }, at) => {
    const takesBody = method !== 'GET' && method !== 'DELETE';
    return (takesBody ? BODIES : QUERIES).map((odd, turn): HostileRequest => {
      let part = at + turn;
      const body = takesBody ? odd : undefined;
      const filled = path.replace(/:\w+(\([^)]*\))?[*?+]?/g, () => VALUES[part++ % VALUES.length] ?? 'x');
      return {
        what: `${who} ${method} ${path} as ${filled} with ${odd?.slice(0, 80) ?? 'no body'}`,
        method,
        path: takesBody ? filled : `${filled}${odd ?? ''}`,
        headers: { ...authorization, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body }),
      };
    });
  });
}
