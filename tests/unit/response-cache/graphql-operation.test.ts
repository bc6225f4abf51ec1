import { canonicalOperation } from '#src/response-cache/domain/graphql-operation';

const QUERY = 'query Q($a: Int, $b: String) { businesses { name } }';

describe('the canonical operation', () => {
  it.each([
    ['white space and comments', { query: '{businesses{name}}' }, { query: '{ businesses { name } } # all' }],
    [
      'the order of variables',
      { query: QUERY, variables: { a: 1, b: 'x' } },
      { query: QUERY, variables: { b: 'x', a: 1 } },
    ],
    [
      'undeclared variables',
      { query: QUERY, variables: { a: 1, z: 2 } },
      { query: QUERY, variables: { a: 1 } },
    ],
    [
      'no variables',
      { query: '{ businesses { name } }', variables: null },
      { query: '{ businesses { name } }', variables: {} },
    ],
    ['its own name', { query: QUERY, operationName: 'Q' }, { query: QUERY }],
  ])('does not depend on %s', (_what, one, other) => {
    expect(canonicalOperation(one)).toBeDefined();
    expect(canonicalOperation(one)).toBe(canonicalOperation(other));
  });

  it.each([
    ['values of variables', { query: QUERY, variables: { a: 1 } }, { query: QUERY, variables: { a: 2 } }],
    ['null and nothing', { query: QUERY, variables: { a: null } }, { query: QUERY }],
    [
      'a variable named as a member of every object that is not given',
      { query: 'query($toString: Int) { a }', variables: { toString: null } },
      { query: 'query($toString: Int) { a }', variables: {} },
    ],
    ['aliases', { query: '{ a: businesses { name } }' }, { query: '{ businesses { name } }' }],
    [
      'nested values',
      { query: QUERY, variables: { b: { c: [1, 2] } } },
      { query: QUERY, variables: { b: { c: [2, 1] } } },
    ],
  ])('depends on %s', (_what, one, other) => {
    expect(canonicalOperation(one)).not.toBe(canonicalOperation(other));
  });

  it.each([
    ['a mutation', { query: 'mutation { createBusiness { id } }' }],
    ['a subscription', { query: 'subscription { a }' }],
    ['two operations', { query: 'query A { a } query B { b }' }],
    ['no operation', { query: 'fragment F on Business { name }' }],
    ['what is not GraphQL', { query: '{' }],
    ['a batch', [{ query: '{ a }' }]],
    ['extensions', { query: '{ a }', extensions: {} }],
    ['another operation’s name', { query: QUERY, operationName: 'X' }],
    ['variables as text', { query: QUERY, variables: '{}' }],
    ['nothing', {}],
    ['a number', 1],
    ['more tokens than allowed', { query: `{ ${'a '.repeat(2_001)} }` }],
    [
      'variables nested deeper than any filter',
      { query: QUERY, variables: JSON.parse(`{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`) as object },
    ],
    ['more nesting than a stack holds', { query: '{a'.repeat(900) + '}'.repeat(900) + ' {' }],
  ])('is not there for %s', (_what, request) => {
    expect(canonicalOperation(request)).toBeUndefined();
  });

  it('is not longer than the request, however deeply nested', () => {
    const query = `{${'a{'.repeat(400)}a(x:"""${'\n'.repeat(30_000)}y""")${'}'.repeat(401)}`;
    expect(canonicalOperation({ query })?.length).toBeLessThanOrEqual(query.length + 10);
  });
});
