import type { Client } from 'pg';
import { sequentialScans, type PlanNode, type SequentialScan } from './plan';
import type { Recorded } from './record-statements';

/** What PostgreSQL did for a statement. */
export interface Explained {
  name: string;
  label: string;
  prepared: boolean;
  milliseconds: number;
  scans: SequentialScan[];
  /** Sequential scans in the generic plan, which a prepared statement may use without looking at the values */
  genericScans: SequentialScan[];
  /** Whether PostgreSQL could not explain it; the document says why */
  failed: boolean;
  /** For people: the statement, its values and its plan */
  document: string;
}

const LONGEST_VALUE = 300;

/**
 * Plans and runs a statement and rolls it back. Statements inside SQL functions are explained too, if the server has
 * auto_explain.
 */
export async function explainStatement(client: Client, recorded: Recorded): Promise<Explained> {
  const { text, values, name, label, prepared } = recorded;
  const nested: string[] = [];
  const onNotice = ({ message }: { message?: string | undefined }): void => {
    // The statement itself is logged too, as the EXPLAIN that it is.
    if (message?.includes('plan:') && !message.includes('explain (analyze')) nested.push(message);
  };
  await client.query('begin');
  try {
    client.on('notice', onNotice);
    await client.query(
      'set local client_min_messages = log; set local auto_explain.log_min_duration = 0; set local auto_explain.log_nested_statements = on; set local auto_explain.log_analyze = on; set local auto_explain.log_buffers = on',
    );
    // The first run fills the caches; we are interested in the plan with warm caches.
    await run(client, text, values);
    nested.length = 0;
    const lines = await explain(client, 'analyze, buffers', text, values);
    client.off('notice', onNotice);
    await client.query(
      "set local auto_explain.log_min_duration = -1; set local client_min_messages = 'notice'",
    );
    const [json] = await explain(client, 'analyze, buffers, format json', text, values);
    const tree = JSON.parse(json ?? '[]') as { Plan: PlanNode; 'Execution Time': number }[];
    return {
      name,
      label,
      prepared,
      milliseconds: tree[0]?.['Execution Time'] ?? 0,
      scans: tree.flatMap(({ Plan }) => sequentialScans(Plan)),
      genericScans: prepared ? await genericScans(client, text) : [],
      failed: false,
      document: documentOf(recorded, lines, nested),
    };
  } finally {
    client.off('notice', onNotice);
    await client.query('rollback');
  }
}

const run = (client: Client, text: string, values: readonly unknown[]) =>
  client.query({ text: `explain (analyze, timing off) ${text}`, values: [...values] });

async function explain(
  client: Client,
  options: string,
  text: string,
  values: readonly unknown[],
): Promise<string[]> {
  const { rows } = await client.query<{ 'QUERY PLAN': unknown }>({
    text: `explain (${options}) ${text}`,
    values: [...values],
  });
  return rows.map((row) =>
    typeof row['QUERY PLAN'] === 'string' ? row['QUERY PLAN'] : JSON.stringify(row['QUERY PLAN']),
  );
}

/** After five runs PostgreSQL may stop looking at the values of a prepared statement. */
async function genericScans(client: Client, text: string): Promise<SequentialScan[]> {
  const { rows } = await client.query<{ 'QUERY PLAN': unknown }>(
    `explain (generic_plan, format json) ${text}`,
  );
  const plan = rows[0]?.['QUERY PLAN'];
  const tree = (typeof plan === 'string' ? JSON.parse(plan) : plan) as { Plan: PlanNode }[];
  return tree.flatMap(({ Plan }) => sequentialScans(Plan, 0));
}

function documentOf(
  { name, label, text, values }: Recorded,
  plan: readonly string[],
  nested: readonly string[],
): string {
  const shown = values.map((value, at) => `$${at + 1} = ${shorten(JSON.stringify(value) ?? 'null')}`);
  return [
    `${name}: ${label}`,
    text.trim(),
    shown.join('\n'),
    plan.join('\n'),
    ...nested.map((message) => `Inside of a function:\n${message}`),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const shorten = (text: string): string =>
  text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)} … (${text.length} characters)` : text;
