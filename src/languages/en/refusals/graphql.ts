import type { graphql as German } from '../../de/refusals/graphql';

export const graphql: Record<keyof typeof German, string> = {
  'circular-fragment': 'A fragment contains itself. Please write the fields out.',
  'document-too-deep': 'More than {maximum} levels. Please split the query.',
  'document-too-large': 'More than {maximum} fields. Please split the query.',
  'too-many-roots': 'More than {maximum} fields at the root. Please split the query.',
  'document-too-costly': 'The query costs more than {maximum}. Please split the query.',
  'variables-nesting': 'The variables are nested too deeply. {maximum} levels are allowed.',
  'read-only': 'GraphQL only reads here. Write in the admin panel, or over REST at /api/my/….',
  'query-invalid': 'This query does not fit the schema (/api/schema.graphql): {problem}',
};
