/** How an answer is created and what it depends on. */
export interface PathTraits {
  readonly kind: 'directory' | 'content' | 'document' | 'graphql';
  /** Whether its links begin with the requested host if no PUBLIC_URL is configured. */
  readonly namesHost: boolean;
  /** Whether the address has several media types. */
  readonly negotiatesType: boolean;
}

const CONTENT: PathTraits = {
  kind: 'content',
  namesHost: false,
  negotiatesType: false,
};
const DOCUMENT: PathTraits = {
  kind: 'document',
  namesHost: true,
  negotiatesType: false,
};
const GRAPHQL: PathTraits = {
  kind: 'graphql',
  namesHost: false,
  negotiatesType: true,
};
const DIRECTORY: PathTraits = {
  kind: 'directory',
  namesHost: true,
  negotiatesType: false,
};
const LISTING: PathTraits = { ...DIRECTORY, negotiatesType: true };

// Lower-case words separated by single slashes: nothing encoded, no dot segments, no case to fold.
const PLAIN_PATH = /^(?:\/[a-z0-9][a-z0-9._-]*)+$/;
const DOCUMENT_ID = /^[a-z0-9]{1,64}$/;

const DOCUMENTS: ReadonlySet<string> = new Set([
  '/api/openapi.json',
  '/api/press-notices/feed.rss',
  '/api/press-notices/feed.json',
]);
const FEED_SCHEMA = /^\/api\/feed\/schema\/[a-z0-9.-]+$/;
const DIRECTORY_PATH = /^\/api\/directory\/[a-z0-9./_-]+$/;
const LISTING_PATH = /^\/api\/directory\/listings\//;

/**
 * Answers known to be the same for everyone without credentials. Everything else, including other spellings of the same
 * address, is left to Koa.
 * @param collections plural names of the public content types, as in `/api/businesses`
 * @param singles paths of single types, as in `/api/city-profile`
 */
export function traitsOf(
  path: string,
  types: { collections: ReadonlySet<string>; singles: ReadonlySet<string> },
): PathTraits | undefined {
  if (path === '/graphql') return GRAPHQL;
  if (!PLAIN_PATH.test(path)) return undefined;
  if (DIRECTORY_PATH.test(path)) return LISTING_PATH.test(path) ? LISTING : DIRECTORY;
  if (DOCUMENTS.has(path) || FEED_SCHEMA.test(path)) return DOCUMENT;
  const [, api, name = '', documentId, ...rest] = path.split('/');
  if (api !== 'api' || rest.length > 0) return undefined;
  if (types.singles.has(name)) return documentId === undefined ? CONTENT : undefined;
  if (!types.collections.has(name)) return undefined;
  return documentId === undefined || DOCUMENT_ID.test(documentId) ? CONTENT : undefined;
}
