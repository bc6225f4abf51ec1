import type { IncomingMessage } from 'node:http';
import { LRUCache } from 'lru-cache';
import { canonicalQuery, readPart } from './domain/canonical-query';
import type { FastPath, PublicAddress } from './domain/public-address';
import { canonicalOperation } from './domain/graphql-operation';
import { graphqlMediaType, isJsonBody, type GraphqlMediaType } from './domain/media-type';
import { ownBytes } from './own-bytes';

/** What a request asks, without anything that makes no difference to the answer. */
export interface Question {
  /** Equal keys have equal answers. */
  readonly key: string;
  readonly isGraphql?: boolean;
  /** The fast path; without it Koa answers. */
  readonly answer?: FastPath;
  readonly path: string;
  /** The canonical query string, without `?`. */
  readonly query: string;
  /** The request headers on which the answer depends. */
  readonly headers: Readonly<Record<string, string>>;
  /** Names of request headers for `Vary`. */
  readonly vary: readonly string[];
  /** The body of a POST. */
  readonly body?: Buffer;
}

/** Of one spelling; GraphQL's has no traits. */
interface Address {
  path: string;
  query: string;
  known: PublicAddress | 'graphql';
  /** Questions created earlier, by the request headers on which they depend. */
  questions: Map<string, Question>;
}

export interface Surroundings {
  addressOf: (path: string) => PublicAddress | undefined;
  /** Whether PUBLIC_URL is configured, so that links do not depend on the request. */
  hasPublicUrl: boolean;
  /** Whether X-Forwarded-* is trusted. */
  trustsProxy: boolean;
  /** Whether the CORS headers differ from site to site. */
  variesByOrigin: boolean;
}

// Longer addresses are rare; Koa answers them.
const MAX_URL = 4_096;
const MAX_HEADER = 256;
/** Enough for GraphQL documents of 2,000 tokens; longer bodies go to Koa untouched. */
export const MAX_POST_BYTES = 64 * 1_024;
const MEMORY_OF_SPELLINGS = 4 * 1024 * 1024;

// With these Strapi answers the same address in another format.
const ASKS_FOR_OTHER_FORMS = ['strapi-response-format', 'strapi-encode-source-maps'] as const;

const GRAPHQL = '/graphql';
const NONE: readonly string[] = [];
// Combinations of form and host cached per address; a handful is usual.
const MAX_FORMS = 8;

const memoryOfBodies = (): LRUCache<string, Question> =>
  new LRUCache({
    maxSize: MEMORY_OF_SPELLINGS,
    sizeCalculation: (question, body) => 1_000 + 2 * question.key.length + 2 * body.length,
  });

const isAnonymous = (headers: IncomingMessage['headers']): boolean =>
  headers.authorization === undefined && headers.cookie === undefined;

const hasBody = (headers: IncomingMessage['headers']): boolean =>
  headers['transfer-encoding'] !== undefined ||
  (headers['content-length'] !== undefined && headers['content-length'] !== '0');

/** Reads what a request asks. Known spellings are looked up instead of parsed again. */
export class Questions {
  private readonly addresses = new LRUCache<string, Address>({
    maxSize: MEMORY_OF_SPELLINGS,
    sizeCalculation: (address, url) => 1_000 + 4 * (url.length + address.query.length),
  });
  private readonly posts: Readonly<Record<GraphqlMediaType, LRUCache<string, Question>>> = {
    'application/json': memoryOfBodies(),
    'application/graphql-response+json': memoryOfBodies(),
  };

  private readonly byOrigin: readonly string[];
  /** The headers that `publicOrigin` looks at. */
  private readonly hostHeaders: readonly string[];

  constructor(private readonly surroundings: Surroundings) {
    this.byOrigin = surroundings.variesByOrigin ? ['Origin'] : [];
    this.hostHeaders = surroundings.trustsProxy
      ? ['host', 'x-forwarded-host', 'x-forwarded-proto']
      : ['host'];
  }

  /** @returns `undefined` unless the answer is known to be the same for everyone: deny is the default */
  ofReading(request: IncomingMessage): Question | undefined {
    const { url = '', headers } = request;
    if (!isAnonymous(headers) || hasBody(headers)) return undefined;
    if (ASKS_FOR_OTHER_FORMS.some((name) => headers[name] !== undefined)) return undefined;
    const address = this.addressOf(url);
    if (!address) return undefined;
    const { known } = address;
    if (known === 'graphql') return this.ofGraphqlGet(request, address);
    return this.negotiated(request, address, known);
  }

  /** Whether the body of a POST should be read to look for a query in it. */
  isGraphqlPost(request: IncomingMessage): boolean {
    const { url, headers } = request;
    return (
      url === GRAPHQL &&
      isAnonymous(headers) &&
      headers['transfer-encoding'] === undefined &&
      headers['content-encoding'] === undefined &&
      headers.expect === undefined &&
      isJsonBody(headers['content-type']) &&
      graphqlMediaType(headers.accept) !== undefined &&
      Number(headers['content-length']) <= MAX_POST_BYTES
    );
  }

  /** @returns `undefined` if the body is not one well-formed query */
  ofGraphqlPost(request: IncomingMessage, body: Buffer): Question | undefined {
    const mediaType = graphqlMediaType(request.headers.accept);
    if (!mediaType) return undefined;
    const spelling = body.toString('latin1');
    const known = this.posts[mediaType].get(spelling);
    if (known) return known;
    const operation = operationIn(() => JSON.parse(body.toString('utf8')) as unknown);
    if (operation === undefined) return undefined;
    const question = {
      ...graphqlQuestion('POST', mediaType, operation, this.byOrigin),
      headers: { accept: mediaType, 'content-type': 'application/json' },
      // A body that arrived in one piece is a slice of the socket's buffer.
      body: ownBytes(body),
    };
    this.posts[mediaType].set(spelling, question);
    return question;
  }

  private ofGraphqlGet(request: IncomingMessage, address: Address): Question | undefined {
    const { headers } = request;
    const mediaType = graphqlMediaType(headers.accept);
    if (!mediaType || headers['content-type'] !== undefined) return undefined;
    const known = address.questions.get(mediaType);
    if (known) return known;
    const operation = operationIn(() => graphqlOfQuery(address.query));
    if (operation === undefined) return undefined;
    const question = {
      ...graphqlQuestion('GET', mediaType, operation, this.byOrigin),
      query: address.query,
      headers: { accept: mediaType },
    };
    address.questions.set(mediaType, question);
    return question;
  }

  private addressOf(url: string): Address | undefined {
    const met = this.addresses.get(url);
    if (met || url.length > MAX_URL) return met;
    const mark = url.indexOf('?');
    const path = mark === -1 ? url : url.slice(0, mark);
    const known = path === GRAPHQL ? 'graphql' : this.surroundings.addressOf(path);
    const asked = known && canonicalQuery(mark === -1 ? '' : url.slice(mark + 1));
    if (!known || asked === undefined) return undefined;
    const query = known !== 'graphql' && known.reads ? readPart(asked, known.reads) : asked;
    const address: Address = { path, query, known, questions: new Map() };
    this.addresses.set(url, address);
    return address;
  }

  private negotiated(
    { headers }: IncomingMessage,
    { path, query, questions }: Address,
    { namesHost, negotiate, answer }: PublicAddress,
  ): Question | undefined {
    const hosts = namesHost && !this.surroundings.hasPublicUrl ? this.hostHeaders : NONE;
    const accept = negotiate?.(headers.accept);
    const depends = dependsOn(headers, hosts, accept);
    const met = questions.get(depends);
    if (met) return met;
    const asked = {
      ...Object.fromEntries(
        hosts.flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])]])),
      ),
      ...(accept === undefined ? {} : { accept }),
    };
    if (Object.values(asked).some((value) => value.length > MAX_HEADER)) return undefined;
    const vary = ['Accept-Encoding', 'Authorization', ...this.byOrigin, ...(negotiate ? ['Accept'] : [])];
    const key = `${path}?${query} ${depends}`;
    const question: Question = { key, path, query, headers: asked, vary, ...(answer ? { answer } : {}) };
    if (questions.size < MAX_FORMS) questions.set(depends, question);
    return question;
  }
}

/** What of a request an answer depends on, as one text; runs for every request. No header has a line break in it. */
function dependsOn(
  headers: IncomingMessage['headers'],
  hosts: readonly string[],
  accept: string | undefined,
): string {
  let depends = accept === undefined ? '' : `accept:${accept}\n`;
  for (const name of hosts) if (headers[name] !== undefined) depends += `${name}:${String(headers[name])}\n`;
  return depends;
}

const graphqlQuestion = (
  method: 'GET' | 'POST',
  mediaType: GraphqlMediaType,
  operation: string,
  byOrigin: readonly string[],
): Omit<Question, 'headers'> => ({
  key: `${method} ${mediaType} ${operation}`,
  isGraphql: true,
  path: GRAPHQL,
  query: '',
  vary: ['Accept-Encoding', 'Accept', 'Authorization', ...byOrigin],
});

/** The canonical operation of a request; `undefined` if it cannot be read. */
function operationIn(read: () => unknown): string | undefined {
  try {
    return canonicalOperation(read());
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const graphqlOfQuery = (query: string): unknown => {
  const parameters = new URLSearchParams(query);
  const names = [...parameters.keys()];
  // A repeated parameter is an error that Apollo explains.
  if (new Set(names).size !== names.length) return undefined;
  const variables = parameters.get('variables');
  return {
    ...Object.fromEntries(parameters),
    ...(variables === null ? {} : { variables: JSON.parse(variables) as unknown }),
  };
};
