import { parse, type ASTVisitor, type DocumentNode, type ValidationContext } from 'graphql';
import { isNestedWithin, MAX_NESTING } from '../../domain/nesting';
import { refused, type Refusal } from '../../platform/refusals/refusal';
import { shapeOf } from './domain/document-shape';
import { graphqlError } from './graphql-error';

export interface DocumentLimits {
  /** Fields, spreads and inline fragments with all fragments written out. */
  selections: number;
  /** Fields within fields. */
  depth: number;
}

function refusalOf(document: DocumentNode, limits: DocumentLimits): Refusal | undefined {
  const { isCircular, selections, depth } = shapeOf(document);
  if (isCircular) return refused('circular-fragment');
  if (selections > limits.selections)
    return refused('document-too-large', [], { maximum: limits.selections });
  return depth > limits.depth ? refused('document-too-deep', [], { maximum: limits.depth }) : undefined;
}

/** What is validated in place of a document that must not be walked. */
const STAND_IN = parse('{ __typename }');

const refusals = new WeakMap<DocumentNode, Refusal>();

interface Asked {
  document: DocumentNode;
  request: { variables?: unknown };
}

/**
 * Takes documents that are too large, too deep or circular out of the way before any rule walks them. GraphQL's own
 * rules, armor's and ours follow fragments, some of them each time that one is spread: 2.4 kB of fragments that spread
 * the next one twice are 2⁶⁰ fields.
 */
export const boundedDocumentsPlugin = (limits: DocumentLimits) => ({
  requestDidStart: () =>
    Promise.resolve({
      validationDidStart(asked: Asked): Promise<void> {
        const refusal = refusalOf(asked.document, limits);
        if (refusal) {
          // A new object each time: the rule below recognises it.
          asked.document = { ...STAND_IN };
          refusals.set(asked.document, refusal);
        }
        return Promise.resolve();
      },
      // Documents that were met before are not validated again, so variables are looked at here. Bodies of GraphQL are
      // read behind all middlewares, and variables may come in the address.
      didResolveOperation(asked: Asked): Promise<void> {
        if (isNestedWithin(asked.request.variables, MAX_NESTING)) return Promise.resolve();
        return Promise.reject(graphqlError(refused('variables-nesting', [], { maximum: MAX_NESTING })));
      },
    }),
});

/** Refuses what the plugin has taken out of the way. */
export const boundedDocumentsRule = (context: ValidationContext): ASTVisitor => ({
  Document(node) {
    const refusal = refusals.get(node);
    if (refusal) context.reportError(graphqlError(refusal));
  },
});
