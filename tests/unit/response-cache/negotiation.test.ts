import { graphqlMediaType, isJsonBody } from '#src/response-cache/domain/media-type';

describe('what GraphQL answers with', () => {
  it.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['application/json, */*;q=0.5', 'application/json'],
    ['application/graphql-response+json, application/json;q=0.9', 'application/graphql-response+json'],
    ['application/json, application/graphql-response+json', undefined],
    ['text/html,application/xhtml+xml,*/*;q=0.8', undefined],
    ['multipart/mixed', undefined],
  ] as const)('for %s', (accept, type) => {
    expect(graphqlMediaType(accept)).toBe(type);
  });

  it.each([
    ['application/json', true],
    ['application/json; charset=utf-8', true],
    ['application/json;charset="UTF-8"', true],
    ['application/json; charset=latin1', false],
    ['text/plain', false],
    [undefined, false],
  ])('reads a body of type %s: %s', (type, reads) => {
    expect(isJsonBody(type)).toBe(reads);
  });
});
