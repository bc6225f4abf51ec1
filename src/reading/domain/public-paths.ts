import type { Traits } from '../../response-cache/domain/public-address';

const CONTENT: Traits = { namesHost: false };
const DOCUMENT: Traits = { namesHost: true };

const DOCUMENT_ID = /^[a-z0-9]{1,64}$/;

/** Names in the addresses of what anyone may read. */
export interface ContentNames {
  /** Plural names, as in `/api/businesses` */
  readonly collections: ReadonlySet<string>;
  /** Names of single types, as in `/api/city-profile` */
  readonly singles: ReadonlySet<string>;
}

/** Lists and documents of the public content types. */
export function contentPath(path: string, { collections, singles }: ContentNames): Traits | undefined {
  const [, api, name = '', documentId, ...rest] = path.split('/');
  if (api !== 'api' || rest.length > 0) return undefined;
  if (singles.has(name)) return documentId === undefined ? CONTENT : undefined;
  if (!collections.has(name)) return undefined;
  return documentId === undefined || DOCUMENT_ID.test(documentId) ? CONTENT : undefined;
}

const DOCUMENTS: ReadonlyMap<string, Traits> = new Map([
  ['/api/openapi.json', DOCUMENT],
  ['/api/press-notices/feed.rss', DOCUMENT],
  ['/api/press-notices/feed.json', DOCUMENT],
  ['/api/i18n/locales', CONTENT],
  ['/api/schema.graphql', CONTENT],
]);

/** The press feeds, the OpenAPI document, the schema of GraphQL and the languages. */
export const documentPath = (path: string): Traits | undefined => DOCUMENTS.get(path);
