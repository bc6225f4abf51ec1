import { parse, print as graphqlPrint, visit, type DocumentNode } from 'graphql';
import { print, type GraphqlNode } from '@stadtverbund/client/print-document';

/** Without places in a text, and with every text in one spelling. */
const bare = (document: DocumentNode): unknown =>
  JSON.parse(
    JSON.stringify(
      visit(parse(graphqlPrint(document), { noLocation: true }), {
        StringValue: (node) => ({ ...node, block: false }),
      }),
    ),
  );

const DOCUMENTS: readonly (readonly [string, string])[] = [
  ['a query without a name', '{ businesses { name } }'],
  [
    'variables of every kind',
    'query Q($a: ID!, $b: [String!]! = ["x", "y"], $c: Int = 3) { f(a: $a, b: $b, c: $c) }',
  ],
  [
    'aliases and arguments',
    '{ first: businesses(locale: "de", pagination: { pageSize: 5 }) { id: documentId } }',
  ],
  [
    'all values',
    '{ f(a: 1, b: -1.5e3, c: true, d: null, e: SHOP, f: [1 2 [3]], g: {}, h: [], i: { j: { k: $v } }) }',
  ],
  ['texts', '{ f(a: "„Grüße“ \\"quoted\\" \\\\ \\n \\u00e4 😀", b: """block\n  text "x" """) }'],
  ['fragments', 'query Q { ...Hit @include(if: true) } fragment Hit on Business @skip(if: false) { name }'],
  ['inline fragments', '{ f { ... on Business { name } ... @include(if: $b) { id } ... { x } } }'],
  ['directives of an operation', 'query Q($a: Boolean @d) @e(f: 1) { f @skip(if: $a) }'],
  ['several definitions', 'query A { a } query B { b } fragment F on T { f }'],
];

it.each(DOCUMENTS)('%s: the text means the same document', (_what, text) => {
  const document = parse(text);
  const printed = print(document as unknown as GraphqlNode);
  expect(bare(parse(printed))).toEqual(bare(document));
});

it('refuses what cannot be asked', () => {
  const schema = parse('type Query { a: Int }') as unknown as GraphqlNode;
  expect(() => print(schema)).toThrow('ObjectTypeDefinition');
});
