import { Kind, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';

/** The size of one document with all its fragments expanded. */
export interface DocumentShape {
  /**
   * Fields, spreads and inline fragments of all operations, counted for each spread; those of unused fragments once.
   */
  readonly selections: number;
  /** Nesting of fields, not counting introspection. */
  readonly depth: number;
  /** Whether a fragment leads back to itself. */
  readonly isCircular: boolean;
}

interface Part {
  selections: number;
  depth: number;
}

const isIntrospection = (name: string): boolean => name.startsWith('__');

class Measuring {
  isCircular = false;
  readonly parts = new Map<string, Part | 'open'>();

  constructor(private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>) {}

  /** Computed once per fragment, however often it is spread: a chain of n fragments may expand to 2ⁿ fields. */
  fragment(name: string): Part {
    const known = this.parts.get(name);
    if (known === 'open') this.isCircular = true;
    if (known !== undefined) return known === 'open' ? { selections: 0, depth: 0 } : known;
    const definition = this.fragments.get(name);
    // Undefined fragments are refused by GraphQL's own rules, which name them.
    if (!definition) return { selections: 0, depth: 0 };
    this.parts.set(name, 'open');
    const part = this.set(definition.selectionSet);
    this.parts.set(name, part);
    return part;
  }

  set({ selections }: SelectionSetNode): Part {
    const whole: Part = { selections: 0, depth: 0 };
    for (const node of selections) {
      const part = this.selection(node);
      whole.selections += 1 + part.selections;
      whole.depth = Math.max(whole.depth, part.depth);
    }
    return whole;
  }

  private selection(node: SelectionSetNode['selections'][number]): Part {
    if (node.kind === Kind.FRAGMENT_SPREAD) return this.fragment(node.name.value);
    if (node.kind === Kind.INLINE_FRAGMENT) return this.set(node.selectionSet);
    if (!node.selectionSet) return { selections: 0, depth: 0 };
    const within = this.set(node.selectionSet);
    const depth = isIntrospection(node.name.value) ? 0 : within.depth + 1;
    return { selections: within.selections, depth };
  }
}

/**
 * Measures a parsed document in time linear in its text. The numbers may be as large as a double can be, or Infinity.
 */
export function shapeOf(document: DocumentNode): DocumentShape {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const measuring = new Measuring(fragments);
  const roots: Part[] = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? [measuring.set(definition.selectionSet)] : [],
  );
  // Rules traverse unused fragments as well.
  for (const name of fragments.keys()) if (!measuring.parts.has(name)) roots.push(measuring.fragment(name));
  return {
    selections: roots.reduce((sum, { selections }) => sum + selections, 0),
    depth: Math.max(0, ...roots.map(({ depth }) => depth)),
    isCircular: measuring.isCircular,
  };
}
