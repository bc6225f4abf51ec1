/** The media types of GraphQL answers. */
export type GraphqlMediaType = 'application/json' | 'application/graphql-response+json';

const JSON_TYPE = 'application/json';
const GRAPHQL_TYPE = 'application/graphql-response+json';

/**
 * Apollo's media type for this `Accept`, for the usual forms only: no header, anything, or one of the two listed first.
 * `undefined` means ask Apollo.
 */
export function graphqlMediaType(accept: string | undefined): GraphqlMediaType | undefined {
  if (accept === undefined || accept === '*/*' || accept === JSON_TYPE) return JSON_TYPE;
  const [first = '', ...rest] = accept.split(',').map((range) => range.trim().toLowerCase());
  if (first === GRAPHQL_TYPE) return GRAPHQL_TYPE;
  return first === JSON_TYPE && !rest.includes(GRAPHQL_TYPE) ? JSON_TYPE : undefined;
}

const JSON_BODY = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

/** Whether a body is JSON in UTF-8. */
export const isJsonBody = (contentType: string | undefined): boolean =>
  contentType !== undefined && JSON_BODY.test(contentType);
