import { GraphQLError, type ASTNode } from 'graphql';
import type { Refusal } from '../../platform/refusals/refusal';

/** Under this name a refusal travels to `formatPublicError`: Apollo makes errors anew and keeps extensions alone. */
export const REFUSAL = 'refusal';

/** A refusal as a rule reports it, or as a plugin rejects with it; said in the language of the request at the end. */
export const graphqlError = (refusal: Refusal, node?: ASTNode): GraphQLError =>
  new GraphQLError(refusal.message, {
    ...(node ? { nodes: [node] } : {}),
    extensions: { [REFUSAL]: refusal, http: { status: refusal.status } },
  });
