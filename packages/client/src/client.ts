import { askOver, type Ask } from './api.ts';
import {
  allContent,
  getCityProfile,
  getContent,
  getPreview,
  listContent,
  type CityProfile,
  type Collection,
  type DocumentQuery,
  type Entry,
  type List,
  type ListQuery,
  type Preview,
  type Single,
} from './content.ts';
import { directoryOver, type Directory } from './directory.ts';
import { queryOver, type Query } from './graphql.ts';
import { connect, type CallOptions, type Connection, type ConnectionOptions } from './http.ts';

/** A city to read from. */
export interface Client {
  readonly connection: Connection;
  /** A page of published documents. */
  list<Name extends Collection>(
    collection: Name,
    query?: ListQuery<Entry<Name>>,
    options?: CallOptions,
  ): Promise<List<Entry<Name>>>;
  /** All of them, page by page as you read on. */
  all<Name extends Collection>(
    collection: Name,
    query?: Omit<ListQuery<Entry<Name>>, 'pagination'>,
    options?: CallOptions,
  ): AsyncGenerator<Entry<Name>, void, undefined>;
  /**
   * One published document.
   * @throws CityError with status 404 if it is not public (any more)
   */
  get<Name extends Collection>(
    collection: Name,
    documentId: string,
    query?: DocumentQuery<Entry<Name>>,
    options?: CallOptions,
  ): Promise<Single<Entry<Name>>>;
  cityProfile(query?: DocumentQuery<CityProfile>, options?: CallOptions): Promise<Single<CityProfile>>;
  /**
   * The draft that an editor previews on your website, with everything of its first level, as of
   * `get(…, { populate: '*' })`: `preview<'businesses'>('business', documentId, token)`.
   *
   * @param type the singular name, as in the address that the panel opens
   * @param token of that address; it opens this draft, in its language, for an hour
   * @throws CityError with status 401 if it is over
   */
  preview<Name extends Collection = Collection>(
    type: string,
    documentId: string,
    token: string,
    options?: CallOptions,
  ): Promise<Preview<Entry<Name>>>;
  readonly directory: Directory;
  /** GraphQL */
  readonly query: Query;
  /** Any operation of the OpenAPI document. */
  readonly ask: Ask;
  /** The absolute address of a file: `fileUrl(business.logo.image)`. */
  fileUrl(file: { readonly url?: string | null | undefined }): string;
}

/** A client for one city; nothing is asked yet. */
export function createClient(options: ConnectionOptions): Client {
  const connection = connect(options);
  return {
    connection,
    list: (collection, query, call) => listContent(connection, collection, query, call),
    all: (collection, query, call) => allContent(connection, collection, query, call),
    get: (collection, documentId, query, call) => getContent(connection, collection, documentId, query, call),
    cityProfile: (query, call) => getCityProfile(connection, query, call),
    preview: (type, documentId, token, call) => getPreview(connection, type, documentId, token, call),
    directory: directoryOver(connection),
    query: queryOver(connection),
    ask: askOver(connection),
    fileUrl({ url }) {
      if (!url) throw new TypeError('The file came without its url: name url in fields, too.');
      return new URL(url, `${connection.url}/`).href;
    },
  };
}
