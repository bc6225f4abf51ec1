import fc from 'fast-check';
import { graphql } from '../request';
import type { HostileRequest } from './hostile-request';

/** Names for use in documents, read from the running schema. */
export interface GraphqlNames {
  types: string[];
  queries: string[];
  fields: string[];
}

/** Reads them from the suite's instance. */
export async function graphqlNames(): Promise<GraphqlNames> {
  interface Type {
    name: string;
    kind: string;
    fields: { name: string }[] | null;
  }
  const { body } = await graphql<{ __schema: { types: Type[] } }>(
    '{ __schema { types { name kind fields { name } } } }',
  );
  const types = (body.data?.__schema.types ?? []).filter(
    ({ name, kind }) => kind === 'OBJECT' && !name.startsWith('__'),
  );
  const queries = types.find(({ name }) => name === 'Query')?.fields?.map(({ name }) => name) ?? [];
  if (queries.length === 0) throw new Error('The schema has no queries: is introspection on?');
  return {
    types: types.map(({ name }) => name),
    queries,
    fields: [...new Set(types.flatMap(({ fields }) => fields?.map(({ name }) => name) ?? []))],
  };
}

const times = (count: number, text: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => text(at)).join(' ');

/** The content of the last fragment in a chain. */
export type ChainEnd = 'field' | 'nothing' | 'undefined' | 'circle';

const ENDS: Readonly<Record<ChainEnd, string>> = {
  field: 'name',
  nothing: '__typename',
  undefined: '...Nope',
  circle: '...F0',
};

/** Fragments that each spread the next one `width` times. */
export const chain = (length: number, width: number, end: ChainEnd): string =>
  `${times(length, (at) => `fragment F${at} on District { ${times(width, () => `...F${at + 1}`)} }`)}
fragment F${length} on District { ${ENDS[end]} } { districts { ...F0 } }`;

/** Documents of all shapes whose cost exceeds their length. */
function documents({ types, queries, fields }: GraphqlNames): fc.Arbitrary<string> {
  const type = fc.constantFrom(...types);
  const query = fc.constantFrom(...queries);
  const field = fc.constantFrom(...fields, 'nothing', 'constructor', '__typename');
  const count = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max });

  const chains = fc
    .tuple(count(280), count(4), fc.constantFrom<ChainEnd>('field', 'nothing', 'undefined', 'circle'))
    .map(([length, width, end]) => chain(length, width, end));
  const graphs = fc
    .array(
      fc.record({ type, spreads: fc.array(fc.nat(42), { maxLength: 6 }), field, isInline: fc.boolean() }),
      { minLength: 1, maxLength: 40 },
    )
    .chain((fragments) =>
      query.map((root) => {
        const written = fragments.map(({ type: on, spreads, field: own, isInline }, at) => {
          const inner = `${own} ${spreads.map((next) => `...F${next}`).join(' ')}`;
          return `fragment F${at} on ${on} { ${isInline ? `... on ${on} { ${inner} }` : inner} }`;
        });
        return `{ ${root} { ...F0 ...F1 } } ${written.join(' ')}`;
      }),
    );
  const repeated = fc
    .tuple(query, field, count(990))
    .map(([root, name, length]) => `{ ${root} { ${times(length, () => name)} } }`);
  const aliased = fc
    .tuple(query, count(600))
    .map(([root, length]) => `{ ${times(length, () => `a: ${root} { __typename }`)} }`);
  const deep = fc
    .tuple(query, field, count(450))
    .map(
      ([root, name, depth]) => `{ ${root} ${times(depth, () => `{ ${name}`)} ${times(depth, () => '}')} }`,
    );
  const inline = count(450).map(
    (depth) => `{ districts { ${times(depth, () => '... {')} name ${times(depth, () => '}')} } }`,
  );
  const values = fc
    .tuple(query, count(380), fc.constantFrom('[]', '{and:}', '{not:}'))
    .map(([root, depth, form]) => {
      const open = form === '[]' ? '[' : form === '{and:}' ? '{and:[' : '{not:';
      const close = form === '[]' ? ']' : form === '{and:}' ? ']}' : '}';
      const value = form === '[]' ? '1' : '{name:{eq:"a"}}';
      return `{ ${root}(filters: ${times(depth, () => open)} ${value} ${times(depth, () => close)}) { __typename } }`;
    });
  const blocks = fc
    .tuple(count(300), count(30_000))
    .map(
      ([depth, lines]) =>
        `{${times(depth, () => 'districts {')} name(x: """x${'\n'.repeat(lines)}y""") ${times(depth, () => '}')}}`,
    );
  const directives = count(400).map(
    (length) => `{ districts { name ${times(length, () => '@include(if: true)')} } }`,
  );
  const operations = count(200).map((length) => times(length, (at) => `query Q${at} { districts { name } }`));
  const unknown = fc
    .tuple(count(600), fc.string({ minLength: 20, maxLength: 60, unit: fc.constantFrom(...'abcdefgh') }))
    .map(([length, name]) => `{ ${times(length, (at) => `${name}${at}`)} } fragment X on ${name} { a }`);
  const types40 = count(400).map(
    (depth) => `query($a: ${'['.repeat(depth)}Int${']'.repeat(depth)}) { districts { name } }`,
  );
  const comments = count(60_000).map((length) => `{ districts { name } } #${'x'.repeat(length)}`);
  const introspection = count(60).map(
    (depth) =>
      `{ __schema { types { fields { ${times(depth, () => 'type { fields {')} name ${times(depth, () => '} }')} } } } }`,
  );
  return fc.oneof(
    chains,
    graphs,
    repeated,
    aliased,
    deep,
    inline,
    values,
    blocks,
    directives,
    operations,
    unknown,
    types40,
    comments,
    introspection,
  );
}

/** Values of variables, as JSON. */
const variables: fc.Arbitrary<string> = fc.oneof(
  fc.constant('{}'),
  fc.nat(30_000).map((depth) => `{"f":${'['.repeat(depth)}${']'.repeat(depth)}}`),
  fc.nat(15_000).map((depth) => `{"f":${'{"and":['.repeat(depth)}${']}'.repeat(depth)}}`),
  fc.nat(5_000).map((length) => `{"f":{"or":[${Array(length).fill('{"name":{"eq":"a"}}').join(',')}]}}`),
  fc.nat(900_000).map((length) => `{"f":{"name":{"eq":"${'x'.repeat(length)}"}}}`),
  fc.constantFrom('{"toString":null}', '{"__proto__":{"f":1}}', '{"constructor":1}', '[]', '"x"', 'null'),
);

const VARIABLES_QUERY =
  'query($f: DistrictFiltersInput, $toString: Int = 3) { districts(filters: $f, pagination: { limit: $toString }) { name } }';

// Node accepts 16 kB of headers; the server refuses more than 8 kB.
const LONGEST_ADDRESS = 7_500;

/** GraphQL requests whose cost exceeds their length, by POST and GET, with and without the cache. */
export function graphqlRequests(names: GraphqlNames, token?: string): fc.Arbitrary<HostileRequest> {
  const asked = fc.oneof(
    { weight: 4, arbitrary: fc.record({ query: documents(names), variables: fc.constant('{}') }) },
    { weight: 1, arbitrary: fc.record({ query: fc.constant(VARIABLES_QUERY), variables }) },
  );
  return fc
    .record({ asked, isGet: fc.boolean(), isSigned: fc.boolean() })
    .map(({ asked: { query, variables: values }, isGet, isSigned }): HostileRequest => {
      const what = `GraphQL ${query.slice(0, 200)} ${values.slice(0, 80)}`;
      const signed: Record<string, string> =
        isSigned && token !== undefined ? { authorization: `Bearer ${token}` } : {};
      const path = `/graphql?query=${encodeURIComponent(query)}&variables=${encodeURIComponent(values)}`;
      if (isGet && path.length < LONGEST_ADDRESS)
        return { what, method: 'GET', path, headers: { 'apollo-require-preflight': '1', ...signed } };
      return {
        what,
        method: 'POST',
        path: '/graphql',
        headers: { 'content-type': 'application/json', ...signed },
        body: `{"query":${JSON.stringify(query)},"variables":${values}}`,
      };
    });
}
