import { GraphQLError, type ASTNode } from 'graphql';
import type { Refusal } from '../../platform/refusals/refusal';

/** The key under which a refusal reaches `formatPublicError`: Apollo recreates errors and keeps only extensions. */
export const REFUSAL = 'refusal';

/**
 * A refusal for a rule to report or a plugin to reject with; translated into the language of the request at the end.
 */
export const graphqlError = (refusal: Refusal, node?: ASTNode): GraphQLError =>
  new GraphQLError(refusal.message, {
    ...(node ? { nodes: [node] } : {}),
    extensions: { [REFUSAL]: refusal, http: { status: refusal.status } },
  });
