import { GraphQLError, OperationTypeNode, type ASTVisitor, type ValidationContext } from 'graphql';

/** Refuses mutations and subscriptions, whatever plugin put them into the schema. */
export const readOnlyRule = (context: ValidationContext): ASTVisitor => ({
  OperationDefinition(node) {
    if (node.operation === OperationTypeNode.QUERY) return;
    context.reportError(
      new GraphQLError('GraphQL only reads here. Write in the admin panel, or over REST at /api/my/….', {
        nodes: [node],
        extensions: { reason: 'read-only' },
      }),
    );
  },
});
