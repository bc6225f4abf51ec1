import {
  getNamedType,
  isObjectType,
  Kind,
  type ASTVisitor,
  type FieldNode,
  type GraphQLObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import { Refusal, refused } from '../../platform/refusals/refusal';
import { graphqlError } from './graphql-error';

export interface QueryLimits {
  /** Fields at the root; each is a separate query. */
  rootFields: number;
  /** Fields, spreads and inline fragments, counted for each spread. */
  selections: number;
  /** Rows that may have to be looked up; see `MANY`. */
  cost: number;
}

// A page at the root has as many rows as requested; a list inside a row (categories, hours, photos) has a few.
const PAGE = 25;
const MAX_PAGE = 100;
const MANY = 3;

interface Tally {
  selections: number;
  cost: number;
}

/**
 * Limits what one GraphQL document may make the server do. Fragments are counted for each spread, which counting the
 * text would miss.
 */
export const queryCostRule =
  (limits: QueryLimits) =>
  (context: ValidationContext): ASTVisitor => ({
    OperationDefinition(operation) {
      const refusal = new OperationCost(context, limits).refusalIn(operation);
      if (refusal) context.reportError(graphqlError(refusal, operation));
    },
  });

class OperationCost {
  private readonly tally: Tally = { selections: 0, cost: 0 };
  private rootFields = 0;

  constructor(
    private readonly context: ValidationContext,
    private readonly limits: QueryLimits,
  ) {}

  refusalIn(operation: OperationDefinitionNode): Refusal | undefined {
    const root = this.context.getSchema().getQueryType();
    try {
      if (root) this.selection(operation.selectionSet, root, { rows: 1, atRoot: true, spread: new Set() });
      return undefined;
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }

  private selection(set: SelectionSetNode, type: GraphQLObjectType, at: Place): void {
    for (const node of set.selections) {
      this.add(1, 0);
      if (node.kind === Kind.FIELD) this.field(node, type, at);
      if (node.kind === Kind.INLINE_FRAGMENT) this.selection(node.selectionSet, type, at);
      if (node.kind === Kind.FRAGMENT_SPREAD) this.fragment(node.name.value, type, at);
    }
  }

  private fragment(name: string, type: GraphQLObjectType, at: Place): void {
    // A fragment within itself is refused by another rule; here it must just not run for ever.
    if (at.spread.has(name)) return;
    const fragment = this.context.getFragment(name);
    if (fragment)
      this.selection(fragment.selectionSet, type, { ...at, spread: new Set([...at.spread, name]) });
  }

  private field(node: FieldNode, type: GraphQLObjectType, at: Place): void {
    if (at.atRoot && ++this.rootFields > this.limits.rootFields)
      throw refused('too-many-roots', [], { maximum: this.limits.rootFields });
    const fieldType = type.getFields()[node.name.value]?.type;
    const named = fieldType && getNamedType(fieldType);
    if (!node.selectionSet || !named || !isObjectType(named)) return;
    this.add(0, at.rows);
    const rows = at.rows * rowsOf(node, String(fieldType), at.atRoot);
    this.selection(node.selectionSet, named, { rows, atRoot: false, spread: at.spread });
  }

  private add(selections: number, cost: number): void {
    this.tally.selections += selections;
    this.tally.cost += cost;
    if (this.tally.selections > this.limits.selections)
      throw refused('document-too-large', [], { maximum: this.limits.selections });
    if (this.tally.cost > this.limits.cost)
      throw refused('document-too-costly', [], { maximum: this.limits.cost });
  }
}

interface Place {
  rows: number;
  atRoot: boolean;
  spread: ReadonlySet<string>;
}

function rowsOf(node: FieldNode, type: string, atRoot: boolean): number {
  // `…_connection` and `directorySearch` are single objects that contain the list.
  if (!type.startsWith('['))
    return atRoot && /_connection$|^directorySearch$/.test(node.name.value) ? asked(node) : 1;
  return atRoot ? asked(node) : MANY;
}

/** The requested page size of a root field; a variable counts as the largest. */
function asked(node: FieldNode): number {
  const argument = (wanted: string) => node.arguments?.find(({ name }) => name.value === wanted)?.value;
  // The page size of `directorySearch` is a separate argument.
  const own = argument('pageSize');
  if (own !== undefined) return own.kind === Kind.INT ? clipped(Number(own.value)) : MAX_PAGE;
  const pagination = argument('pagination');
  if (pagination === undefined) return PAGE;
  if (pagination.kind !== Kind.OBJECT) return MAX_PAGE;
  const size = pagination.fields.find(
    ({ name }) => name.value === 'pageSize' || name.value === 'limit',
  )?.value;
  if (size === undefined) return PAGE;
  if (size.kind !== Kind.INT) return MAX_PAGE;
  return clipped(Number(size.value));
}

const clipped = (rows: number): number => (rows < 0 || rows > MAX_PAGE ? MAX_PAGE : rows);
