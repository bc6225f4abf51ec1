import { OperationTypeNode, type ASTVisitor, type ValidationContext } from 'graphql';
import { refused } from '../../platform/refusals/refusal';
import { graphqlError } from './graphql-error';

/** Refuses mutations and subscriptions, whichever plugin added them to the schema. */
export const readOnlyRule = (context: ValidationContext): ASTVisitor => ({
  OperationDefinition(node) {
    if (node.operation === OperationTypeNode.QUERY) return;
    context.reportError(graphqlError(refused('read-only'), node));
  },
});
