import { Kind, type ASTVisitor, type ValidationContext } from 'graphql';
import { refusedParameter } from '../../platform/refusals/refusal';
import { DRAFT_ARGUMENTS } from './domain/draft-arguments';
import { graphqlError } from './graphql-error';

/**
 * Refuses every argument that leads to drafts. `status: PUBLISHED` may be written literally but not as a variable,
 * whose value is not known when rules run.
 */
export const publishedOnlyRule = (context: ValidationContext): ASTVisitor => ({
  Argument(node) {
    const name = node.name.value;
    const isPublished = node.value.kind === Kind.ENUM && node.value.value === 'PUBLISHED';
    if (!DRAFT_ARGUMENTS.has(name) || (name === 'status' && isPublished)) return;
    context.reportError(graphqlError(refusedParameter('drafts', name), node));
  },
});
