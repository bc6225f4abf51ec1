import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  stripIgnoredCharacters,
  type OperationDefinitionNode,
} from 'graphql';
import { isNestedWithin, MAX_NESTING } from '../../domain/nesting';

/** The content of a GraphQL request (GraphQL over HTTP). */
export interface GraphqlRequest {
  query?: unknown;
  variables?: unknown;
  operationName?: unknown;
}

// The same as in src/reading/graphql/apollo-settings.ts, which refuses longer ones.
const MAX_TOKENS = 2_000;
const KNOWN: ReadonlySet<string> = new Set(['query', 'variables', 'operationName']);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON with object members in one order, for values that are `isNestedWithin` a bound. */
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
 * The document without insignificant characters, if it is a single query. Not by `print`, whose indentation turns 64 kB
 * of deep nesting into many megabytes.
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
 * What the answer to a GraphQL query depends on, in canonical form: white space, comments, the order of variables and
 * undeclared variables make no difference.
 * @returns `undefined` for anything but one well-formed query
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
  // Anything deeper is refused after the cache.
  if (!isNestedWithin(used, MAX_NESTING)) return undefined;
  return `${parsed.text}\n${canonicalJson(used)}`;
}
