import { GraphQLError, parse, type ASTVisitor, type DocumentNode, type ValidationContext } from 'graphql';
import type { Context } from 'koa';
import { DEFAULT_LANGUAGE, type Language } from '../../domain/language';
import { isNestedWithin, MAX_NESTING } from '../../domain/nesting';
import { requestLanguage } from '../../platform/http/request-language';
import { shapeOf } from './domain/document-shape';

export interface DocumentLimits {
  /** Fields, spreads and inline fragments with all fragments written out. */
  selections: number;
  /** Fields within fields. */
  depth: number;
}

type Reason = 'circular-fragment' | 'too-deep' | 'too-large' | 'variables-nesting';

const MESSAGES: Readonly<Record<Reason, Record<Language, (limits: DocumentLimits) => string>>> = {
  'circular-fragment': {
    de: () => 'Ein Fragment enthält sich selbst. Bitte schreiben Sie die Felder aus.',
    en: () => 'A fragment contains itself. Please write the fields out.',
  },
  'too-deep': {
    de: ({ depth }) => `Mehr als ${depth} Ebenen. Bitte teilen Sie die Abfrage auf.`,
    en: ({ depth }) => `More than ${depth} levels. Please split the query.`,
  },
  'too-large': {
    de: ({ selections }) => `Mehr als ${selections} Felder. Bitte teilen Sie die Abfrage auf.`,
    en: ({ selections }) => `More than ${selections} fields. Please split the query.`,
  },
  'variables-nesting': {
    de: () => `Die Variablen sind zu tief verschachtelt. Erlaubt sind ${MAX_NESTING} Ebenen.`,
    en: () => `The variables are nested too deeply. ${MAX_NESTING} levels are allowed.`,
  },
};

function reasonAgainst(document: DocumentNode, limits: DocumentLimits): Reason | undefined {
  const { isCircular, selections, depth } = shapeOf(document);
  if (isCircular) return 'circular-fragment';
  if (selections > limits.selections) return 'too-large';
  return depth > limits.depth ? 'too-deep' : undefined;
}

/** What is validated in place of a document that must not be walked. */
const STAND_IN = parse('{ __typename }');

interface Refused {
  reason: Reason;
  message: string;
}

const refused = new WeakMap<DocumentNode, Refused>();

interface Asked {
  document: DocumentNode;
  request: { variables?: unknown };
  contextValue: { koaContext?: Context };
}

function messageOf(reason: Reason, { contextValue: { koaContext } }: Asked, limits: DocumentLimits): string {
  return MESSAGES[reason][koaContext ? requestLanguage(koaContext) : DEFAULT_LANGUAGE](limits);
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
        const reason = reasonAgainst(asked.document, limits);
        if (reason) {
          // A new object each time: the rule below recognises it.
          asked.document = { ...STAND_IN };
          refused.set(asked.document, { reason, message: messageOf(reason, asked, limits) });
        }
        return Promise.resolve();
      },
      // Documents that were met before are not validated again, so variables are looked at here. Bodies of GraphQL are
      // read behind all middlewares, and variables may come in the address.
      didResolveOperation(asked: Asked): Promise<void> {
        if (isNestedWithin(asked.request.variables, MAX_NESTING)) return Promise.resolve();
        const reason = 'variables-nesting';
        const extensions = { code: 'BAD_USER_INPUT', reason, http: { status: 400 } };
        return Promise.reject(new GraphQLError(messageOf(reason, asked, limits), { extensions }));
      },
    }),
});

/** Refuses what the plugin has taken out of the way. */
export const boundedDocumentsRule = (context: ValidationContext): ASTVisitor => ({
  Document(node) {
    const refusal = refused.get(node);
    if (!refusal) return;
    context.reportError(new GraphQLError(refusal.message, { extensions: { reason: refusal.reason } }));
  },
});
