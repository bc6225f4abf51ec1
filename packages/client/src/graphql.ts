import { errorOf } from './city-error.ts';
import type { CallOptions, Connection } from './http.ts';
import { print, type GraphqlNode } from './print-document.ts';

/**
 * A document that knows its types: `TypedDocumentNode` of @graphql-typed-document-node/core, or the `TypedDocumentString`
 * that graphql-codegen writes with `documentMode: 'string'`.
 */
export interface TypedDocument<Data, Variables> {
  __apiType?: (variables: Variables) => Data;
}

type AnyVariables = Record<string, unknown>;

interface GraphqlAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string }[];
}

/** Variables may be left out where a document has none. */
export type VariablesOf<Variables> =
  Variables extends Record<string, never>
    ? [variables?: Variables, options?: CallOptions]
    : object extends Variables
      ? [variables?: Variables, options?: CallOptions]
      : [variables: Variables, options?: CallOptions];

/** Asks in GraphQL (queries only; docs/api.md has the limits). */
export interface Query {
  /**
   * @returns the data, typed by the document
   * @throws CityError if the document is refused or one of its fields fails
   */
  <Data, Variables>(document: TypedDocument<Data, Variables>, ...rest: VariablesOf<Variables>): Promise<Data>;
  /** @returns the data, as you say that it is */
  <Data = unknown>(document: string, variables?: AnyVariables, options?: CallOptions): Promise<Data>;
}

const textOf = (document: unknown): string =>
  typeof document === 'object' && document !== null && 'kind' in document
    ? print(document as GraphqlNode)
    : String(document);

export function queryOver(connection: Connection): Query {
  return async (document: unknown, variables?: unknown, options?: CallOptions) => {
    const body = { query: textOf(document), ...(variables ? { variables } : {}) };
    const answer = (await connection.json('POST', '/graphql', { ...options, body })) as GraphqlAnswer;
    const [error] = answer.errors ?? [];
    // What is refused as a whole comes with 400, a field that fails with 200.
    if (error) throw errorOf(answer, { status: 200, fallback: error.message });
    return answer.data as never;
  };
}
