import { buildASTSchema, GraphQLSchema, Kind, parse, printSchema, visit, type DocumentNode } from 'graphql';
import { DRAFT_ARGUMENTS } from './draft-arguments';

/** Only what queries lead to: no mutations, and no types that only they have. */
const queriesOf = (schema: GraphQLSchema): GraphQLSchema => {
  const query = schema.getQueryType();
  return new GraphQLSchema({ ...(query ? { query } : {}), directives: schema.getDirectives() });
};

const withoutDrafts = (document: DocumentNode): DocumentNode =>
  visit(document, {
    InputValueDefinition: (node, _key, _parent, _path, ancestors) => {
      const within = ancestors.at(-1);
      // An argument of a field; `status` of an input is a filter.
      const isArgument = within !== undefined && 'kind' in within && within.kind === Kind.FIELD_DEFINITION;
      return isArgument && DRAFT_ARGUMENTS.has(node.name.value) ? null : undefined;
    },
  });

/**
 * The schema in its definition language (GraphQL, October 2021, section 3) with what can be read: without mutations and
 * without arguments that are refused.
 */
export const readableSchema = (schema: GraphQLSchema): string =>
  `${printSchema(queriesOf(buildASTSchema(withoutDrafts(parse(printSchema(queriesOf(schema)))))))}\n`;
