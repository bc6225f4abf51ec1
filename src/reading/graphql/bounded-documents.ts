import { parse, type ASTVisitor, type DocumentNode, type ValidationContext } from 'graphql';
import { isNestedWithin, MAX_NESTING } from '../../domain/nesting';
import { refused, type Refusal } from '../../platform/refusals/refusal';
import { exchangeDocuments } from '../../platform/strapi/patches';
import { shapeOf } from './domain/document-shape';
import { graphqlError } from './graphql-error';

export interface DocumentLimits {
  /** Fields, spreads and inline fragments with all fragments expanded. */
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

interface Asked {
  request: { variables?: unknown };
}

/**
 * Documents that are too large, too deep or circular are walked by no rule. GraphQL's own rules, armor's and ours follow
 * fragments, some of them each time that one is spread: 2.4 kB of fragments that spread the next one twice are 2⁶⁰ fields.
 *
 * @returns a plugin and a rule for Apollo, which belong together
 */
export function boundedDocuments(limits: DocumentLimits) {
  const { validationDidStart, reasonFor } = exchangeDocuments(
    (document) => refusalOf(document, limits),
    parse('{ __typename }'),
  );
  const plugin = {
    requestDidStart: () =>
      Promise.resolve({
        validationDidStart,
        // Known documents are not validated again, so variables are checked here. GraphQL bodies are parsed after all
        // middlewares, and variables may be in the address.
        didResolveOperation(asked: Asked): Promise<void> {
          if (isNestedWithin(asked.request.variables, MAX_NESTING)) return Promise.resolve();
          return Promise.reject(graphqlError(refused('variables-nesting', [], { maximum: MAX_NESTING })));
        },
      }),
  };
  const rule = (context: ValidationContext): ASTVisitor => ({
    Document(node) {
      const refusal = reasonFor(node);
      if (refusal) context.reportError(graphqlError(refusal));
    },
  });
  return { plugin, rule };
}
