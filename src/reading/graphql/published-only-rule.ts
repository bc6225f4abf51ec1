import { GraphQLError, Kind, type ASTVisitor, type ValidationContext } from 'graphql';

const DRAFT_ARGUMENTS: ReadonlySet<string> = new Set(['publicationFilter', 'hasPublishedVersion']);

/**
 * Refuses every argument that leads to drafts. `status: PUBLISHED` may be written out; a variable may not carry it,
 * because its value is not known when rules run.
 */
export const publishedOnlyRule = (context: ValidationContext): ASTVisitor => ({
  Argument(node) {
    const name = node.name.value;
    const isPublished = node.value.kind === Kind.ENUM && node.value.value === 'PUBLISHED';
    if (!DRAFT_ARGUMENTS.has(name) && (name !== 'status' || isPublished)) return;
    context.reportError(
      new GraphQLError(
        `Only what is published can be read from outside. Please leave out the argument "${name}".`,
        {
          nodes: [node],
          extensions: { reason: 'drafts' },
        },
      ),
    );
  },
});
