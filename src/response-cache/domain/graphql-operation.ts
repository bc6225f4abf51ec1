import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  stripIgnoredCharacters,
  type OperationDefinitionNode,
} from 'graphql';
import { isNestedWithin, MAX_NESTING } from '../../domain/nesting';

/** What a GraphQL request says (GraphQL over HTTP). */
export interface GraphqlRequest {
  query?: unknown;
  variables?: unknown;
  operationName?: unknown;
}

// As src/reading/graphql/apollo-settings.ts: what is longer is refused there.
const MAX_TOKENS = 2_000;
const KNOWN: ReadonlySet<string> = new Set(['query', 'variables', 'operationName']);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON with the members of objects in one order; of values that `isNestedWithin` a bound. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? 'null';
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name])}`);
  return `{${members.join(',')}}`;
}

interface Parsed {
  text: string;
  operation: OperationDefinitionNode;
}

/**
 * The document without what says nothing, if it is one single query. Not `print`: it indents, so that deep nesting
 * makes of 64 kB many megabytes.
 */
function singleQuery(query: string): Parsed | undefined {
  try {
    const document = parse(query, { maxTokens: MAX_TOKENS, noLocation: true });
    const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    const operation = operations[0] as OperationDefinitionNode | undefined;
    if (operations.length !== 1 || operation?.operation !== OperationTypeNode.QUERY) return undefined;
    return { text: stripIgnoredCharacters(query), operation };
  } catch (error) {
    if (error instanceof GraphQLError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * What the answer to a GraphQL query depends on, in one way of writing: white space, comments, the order of variables
 * and variables that the query does not declare make no difference.
 * @returns `undefined` for everything but one well-formed query
 */
export function canonicalOperation(request: unknown): string | undefined {
  if (!isObject(request) || Object.keys(request).some((name) => !KNOWN.has(name))) return undefined;
  const { query, variables, operationName } = request as GraphqlRequest;
  if (typeof query !== 'string') return undefined;
  if (variables != null && !isObject(variables)) return undefined;
  const parsed = singleQuery(query);
  if (!parsed) return undefined;
  if (operationName != null && operationName !== parsed.operation.name?.value) return undefined;
  const declared = (parsed.operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  const used = Object.fromEntries(
    declared
      .filter((name) => variables != null && Object.hasOwn(variables, name))
      .map((name) => [name, (variables as Record<string, unknown>)[name]]),
  );
  // What is deeper is refused behind the cache.
  if (!isNestedWithin(used, MAX_NESTING)) return undefined;
  return `${parsed.text}\n${canonicalJson(used)}`;
}
