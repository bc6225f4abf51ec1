import {
  GraphQLError,
  Kind,
  parse,
  visit,
  type ASTVisitor,
  type DocumentNode,
  type ValidationContext,
} from 'graphql';

interface Validating {
  document: DocumentNode;
}

/** The fragments that each fragment spreads. */
const spreadsOf = (document: DocumentNode): Map<string, string[]> =>
  new Map(
    document.definitions.flatMap((definition) => {
      if (definition.kind !== Kind.FRAGMENT_DEFINITION) return [];
      const spreads: string[] = [];
      visit(definition, { FragmentSpread: ({ name }) => void spreads.push(name.value) });
      return [[definition.name.value, spreads] as const];
    }),
  );

/** Whether a fragment leads back to itself. */
export function hasFragmentCycle(document: DocumentNode): boolean {
  const spreads = spreadsOf(document);
  const done = new Set<string>();
  const leadsBack = (name: string, above: ReadonlySet<string>): boolean => {
    if (above.has(name)) return true;
    if (done.has(name)) return false;
    const found = (spreads.get(name) ?? []).some((next) => leadsBack(next, new Set([...above, name])));
    done.add(name);
    return found;
  };
  return [...spreads.keys()].some((name) => leadsBack(name, new Set()));
}

/** What is validated in place of a document that must not be walked. */
const STAND_IN = parse('{ __typename }');

/**
 * Takes documents with a fragment within itself out of the way before any rule runs: GraphQL's own rule would refuse
 * them, but the limits that Strapi and armor put beside it follow such a circle until the stack is full.
 */
export const circularFragmentsPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      validationDidStart(request: Validating): Promise<void> {
        // A new object each time: the rule below recognises it.
        if (hasFragmentCycle(request.document)) request.document = circular({ ...STAND_IN });
        return Promise.resolve();
      },
    }),
};

const replaced = new WeakSet<DocumentNode>();

const circular = (document: DocumentNode): DocumentNode => {
  replaced.add(document);
  return document;
};

/** Refuses what the plugin has taken out of the way. */
export const acyclicFragmentsRule = (context: ValidationContext): ASTVisitor => ({
  Document(node) {
    if (!replaced.has(node)) return;
    context.reportError(new GraphQLError('A fragment contains itself. Please write the fields out.'));
  },
});
