import type { paths } from './generated/openapi.ts';
import type { CallOptions, Connection, Method } from './http.ts';

type Verb = Lowercase<Method>;

/** The paths that a method can be used on. */
export type PathOf<V extends Verb> = {
  [Path in keyof paths]: paths[Path] extends { readonly [name in V]: object } ? Path : never;
}[keyof paths];

export type Operation<V extends Verb, Path> = Path extends keyof paths
  ? paths[Path] extends { readonly [name in V]: infer One }
    ? One
    : never
  : never;

type ContentOf<Response> = Response extends { readonly content: infer Content } ? Content : undefined;
// What has several forms of JSON is asked for the plain one.
type JsonOf<Content> = Content extends undefined
  ? undefined
  : 'application/json' extends keyof Content
    ? Content['application/json']
    : Content[keyof Content & `application/${string}json`];
type Successes<Responses> = { [Status in keyof Responses & (200 | 201 | 204)]: ContentOf<Responses[Status]> };

/** What an operation answers when it succeeds. */
export type AnswerOf<One> = One extends { readonly responses: infer Responses }
  ? Successes<Responses> extends infer Contents
    ? JsonOf<Contents[keyof Contents]>
    : never
  : never;

type Parameters<One, Place extends string> = One extends { readonly parameters: infer All }
  ? All extends { readonly [name in Place]?: infer Some }
    ? NonNullable<Some>
    : never
  : never;

export type QueryOf<One> = Parameters<One, 'query'>;

/** What an operation takes. */
export type BodyOf<One> = One extends { readonly requestBody?: infer Body }
  ? NonNullable<Body> extends { readonly content: infer Content }
    ? Content[keyof Content]
    : never
  : never;

type If<Type, Yes> = [Type] extends [never] ? object : Yes;

/** The parts of a request that its operation knows. */
export type RequestOf<One> = CallOptions &
  If<Parameters<One, 'path'>, { readonly path: Parameters<One, 'path'> }> &
  If<QueryOf<One>, { readonly query?: QueryOf<One> }> &
  If<BodyOf<One>, { readonly body: BodyOf<One> }>;

/** `/api/businesses/{id}` with its values, percent-encoded. */
export const filledIn = (path: string, values: Readonly<Record<string, unknown>> = {}): string =>
  path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(String(values[name])));

/**
 * Any operation of the city by its method and path, typed by the OpenAPI document: for what has no function of its own.
 *
 * @returns the JSON of the answer
 * @throws CityError if it is refused
 */
export type Ask = <V extends Verb, Path extends PathOf<V>>(
  method: V,
  path: Path,
  request?: RequestOf<Operation<V, Path>>,
) => Promise<AnswerOf<Operation<V, Path>>>;

interface Sending extends CallOptions {
  path?: Record<string, unknown>;
  query?: object;
}

/** The directory separates values of a parameter by commas; Strapi numbers them. */
const inItsForm = (path: string, query: object): object =>
  path.startsWith('/api/directory/')
    ? Object.fromEntries(
        Object.entries(query).map(([name, value]) => [name, Array.isArray(value) ? value.join() : value]),
      )
    : query;

export const askOver =
  (connection: Connection): Ask =>
  (method, path, request) => {
    const { path: values, query, ...rest } = (request ?? {}) as Sending;
    const sending = query === undefined ? rest : { ...rest, query: inItsForm(path, query) };
    return connection.json(method.toUpperCase() as Method, filledIn(path, values), sending) as never;
  };
