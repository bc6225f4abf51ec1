import type { DocumentNode } from 'graphql';
import { goneFrom } from './functions-of';

interface Asked {
  document: DocumentNode;
}

/**
 * Replaces GraphQL documents before any rule traverses them: GraphQL's own rules come first, and Apollo has no hook
 * between parsing and them that may refuse.
 *
 * @param whyNot why a document must not be traversed
 * @param standIn what is validated instead
 */
export function exchangeDocuments<Reason extends object>(
  whyNot: (document: DocumentNode) => Reason | undefined,
  standIn: DocumentNode,
) {
  const reasons = new WeakMap<DocumentNode, Reason>();
  return {
    /** For a plugin of Apollo. */
    validationDidStart: (asked: Asked): Promise<void> => {
      if (!asked.document) throw goneFrom('validated-documents', 'A request of Apollo has no document');
      const reason = whyNot(asked.document);
      if (reason) {
        // A new object each time: the rule recognises it.
        asked.document = { ...standIn };
        reasons.set(asked.document, reason);
      }
      return Promise.resolve();
    },
    /** For a rule: what was replaced, and why. */
    reasonFor: (document: DocumentNode): Reason | undefined => reasons.get(document),
  };
}
