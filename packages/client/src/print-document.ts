/** A node of a parsed GraphQL document, as `graphql` and its code generators make it. */
export interface GraphqlNode {
  readonly kind: string;
  readonly [part: string]: unknown;
}

type Printer = (node: GraphqlNode) => string;

const one = (node: unknown): string => (node ? print(node as GraphqlNode) : '');
const each = (nodes: unknown): string[] => ((nodes ?? []) as GraphqlNode[]).map(print);
const joined = (nodes: unknown, before: string, after: string): string =>
  each(nodes).length > 0 ? before + each(nodes).join(' ') + after : '';
const named: Printer = ({ name, value }) => `${one(name)}:${one(value)}`;
const directives = (node: GraphqlNode): string => joined(node['directives'], ' ', '');
const selection = (node: GraphqlNode): string => one(node['selectionSet']);

const PRINTERS: Readonly<Record<string, Printer>> = {
  Document: ({ definitions }) => each(definitions).join('\n'),
  OperationDefinition: (node) =>
    `${node['operation'] as string} ${one(node['name'])}${joined(node['variableDefinitions'], '(', ')')}${directives(node)}${selection(node)}`,
  VariableDefinition: (node) =>
    `${one(node['variable'])}:${one(node['type'])}${node['defaultValue'] ? `=${one(node['defaultValue'])}` : ''}${directives(node)}`,
  FragmentDefinition: (node) =>
    `fragment ${one(node['name'])} on ${one(node['typeCondition'])}${directives(node)}${selection(node)}`,
  SelectionSet: ({ selections }) => joined(selections, '{', '}'),
  Field: (node) =>
    `${node['alias'] ? `${one(node['alias'])}:` : ''}${one(node['name'])}${joined(node['arguments'], '(', ')')}${directives(node)}${selection(node)}`,
  FragmentSpread: (node) => `...${one(node['name'])}${directives(node)}`,
  InlineFragment: (node) =>
    `...${node['typeCondition'] ? `on ${one(node['typeCondition'])}` : ''}${directives(node)}${selection(node)}`,
  Directive: (node) => `@${one(node['name'])}${joined(node['arguments'], '(', ')')}`,
  Argument: named,
  ObjectField: named,
  Name: ({ value }) => value as string,
  NamedType: ({ name }) => one(name),
  ListType: ({ type }) => `[${one(type)}]`,
  NonNullType: ({ type }) => `${one(type)}!`,
  Variable: ({ name }) => `$${one(name)}`,
  IntValue: ({ value }) => value as string,
  FloatValue: ({ value }) => value as string,
  EnumValue: ({ value }) => value as string,
  BooleanValue: ({ value }) => String(value),
  NullValue: () => 'null',
  // A JSON string is a GraphQL string; blocks ("""…""") are only another spelling.
  StringValue: ({ value }) => JSON.stringify(value),
  ListValue: ({ values }) => `[${each(values).join(' ')}]`,
  ObjectValue: ({ fields }) => `{${each(fields).join(' ')}}`,
};

/**
 * The text of an executable GraphQL document (October 2021, 2.2). `print` of the package `graphql` does it for every kind
 * of document, and is three times as large as this client.
 */
export function print(node: GraphqlNode): string {
  const printer = PRINTERS[node.kind];
  if (!printer) throw new TypeError(`A query cannot hold a ${node.kind}.`);
  return printer(node);
}
