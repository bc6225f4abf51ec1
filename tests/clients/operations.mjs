import { json } from './lib.mjs';

/** Values for the parameters in paths, taken from what the city itself says; `undefined` if it says nothing. */
async function valuesOf(city, document) {
  const get = (path, token) =>
    json(city.url + path, token ? { headers: { authorization: `Bearer ${token}` } } : {});
  const first = async (collection, token) => (await get(`/api/${collection}`, token)).data[0]?.documentId;
  const known = new Map();
  const remember = async (path, find) => known.set(path, await find());
  for (const path of Object.keys(document.paths)) {
    const [, collection, parameter] = /^\/api\/([\w-]+)\/\{(\w+)\}$/.exec(path) ?? [];
    if (collection && document.paths[`/api/${collection}`]?.get)
      await remember(path, async () => ({ [parameter]: await first(collection) }));
  }
  const hit = (await get('/api/directory/search?type=business')).data[0];
  for (const path of Object.keys(document.paths).filter((name) =>
    name.startsWith('/api/directory/listings/{type}/'),
  ))
    known.set(path, { type: hit.type, slug: hit.slug });
  await remember('/api/feed/schema/{type}', async () => ({
    type: (await get('/api/feed/schema')).data[0].type,
  }));
  return known;
}

/** The token of somebody who may use an operation; `null`: nobody's is needed; `undefined`: we have none. */
export function tokenFor(city, path, operation, document) {
  const security = operation.security ?? document.security ?? [];
  if (security.length === 0 || security.some((one) => Object.keys(one).length === 0)) return null;
  return path.startsWith('/api/feed/') ? city.portal?.token : city.business?.jwt;
}

async function signIn(city) {
  if (!city.business || city.business.jwt) return;
  const { email, password } = city.business;
  const { jwt } = await json(`${city.url}/api/auth/local`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ identifier: email, password }),
  });
  city.business.jwt = jwt;
}

/** By a path of self-service: the first document of that kind that the business has. */
async function ownDocuments(city, document) {
  const collections = Object.keys(document.paths).flatMap(
    (path) => /^\/api\/my\/([\w-]+)\/\{documentId\}$/.exec(path)?.[1] ?? [],
  );
  const headers = { authorization: `Bearer ${city.business?.jwt}` };
  const ids = new Map();
  for (const collection of city.business?.jwt ? collections : [])
    ids.set(collection, (await json(`${city.url}/api/my/${collection}`, { headers })).data[0]?.documentId);
  return (path) => ({ documentId: ids.get(/^\/api\/my\/([\w-]+)\//.exec(path)?.[1]) });
}

/**
 * Every GET of the document with what it takes to ask it.
 *
 * @returns { path, operation, values, token }[]; token as in `tokenFor`
 */
export async function everyGet(city) {
  await signIn(city);
  const document = await json(`${city.url}/api/openapi.json`);
  const known = await valuesOf(city, document);
  const own = await ownDocuments(city, document);
  const operations = Object.entries(document.paths).flatMap(([path, { get }]) =>
    get
      ? [
          {
            path,
            operation: get,
            values: known.get(path) ?? own(path),
            token: tokenFor(city, path, get, document),
          },
        ]
      : [],
  );
  return { document, operations };
}

/** The path with its values, or `undefined` if one is missing. */
export function addressOf({ path, values }) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  if (names.some((name) => values[name] === undefined)) return undefined;
  return path.replace(/\{(\w+)\}/g, (_all, name) => encodeURIComponent(values[name]));
}
