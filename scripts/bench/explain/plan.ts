/** The parts of a node of `EXPLAIN (FORMAT JSON)` that are used here. */
export interface PlanNode {
  'Node Type': string;
  Schema?: string;
  'Relation Name'?: string;
  'Actual Rows'?: number;
  'Actual Loops'?: number;
  'Rows Removed by Filter'?: number;
  Plans?: PlanNode[];
}

/** Rows that a plan read one after the other. */
export interface SequentialScan {
  table: string;
  rows: number;
}

/** Tables of the read model and the feed that grow with the city. `opening_hours` holds distinct rules, a few hundred. */
const GROWING = new Set([
  'listing',
  'listing_hours',
  'listing_word',
  'feed_event',
  'feed_document',
  'feed_head',
  'feed_delivery',
  'feed_attempt',
]);

// A table of a few pages is rightly read from end to end, even if it may grow.
const FEW_ROWS = 1_000;

/**
 * Every sequential scan over a table that grows, wherever it is in the plan.
 *
 * @param least minimum of rows read; 0 for a plan that was not run
 */
export function sequentialScans(node: PlanNode, least = FEW_ROWS): SequentialScan[] {
  const below = (node.Plans ?? []).flatMap((one) => sequentialScans(one, least));
  const table = node['Relation Name'] ?? '';
  if (!node['Node Type'].endsWith('Seq Scan') || !GROWING.has(table)) return below;
  const rows =
    ((node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0)) * (node['Actual Loops'] ?? 1);
  return rows < least ? below : [{ table, rows: Math.round(rows) }, ...below];
}
