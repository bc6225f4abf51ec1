import { Pool, TypeOverrides, type PoolClient, type QueryResultRow } from 'pg';

const JSONB = 3802;
const BIGINT = 20;

// One for the claim, one for the record, one for the fan-out, and one for what people ask.
const CONNECTIONS = 4;

/** Runs one statement; named ones are prepared once a connection. */
export type Query = <Row extends QueryResultRow>(
  text: string,
  values?: readonly unknown[],
  name?: string,
) => Promise<Row[]>;

export interface Store {
  readonly query: Query;
  /** In a transaction of its own; a throw rolls it back. */
  readonly transaction: <Result>(work: (query: Query) => Promise<Result>) => Promise<Result>;
  readonly close: () => Promise<void>;
}

/** Strapi switches `pg`'s own JSONB parser off for the whole process; numbers of the log fit into a double. */
function types(): TypeOverrides {
  const overrides = new TypeOverrides();
  overrides.setTypeParser(JSONB, JSON.parse);
  overrides.setTypeParser(BIGINT, Number);
  return overrides;
}

const over =
  (client: Pick<Pool | PoolClient, 'query'>): Query =>
  async <Row extends QueryResultRow>(text: string, values: readonly unknown[] = [], name?: string) =>
    (await client.query<Row>({ text, values: [...values], ...(name ? { name } : {}) })).rows;

async function inTransaction<Result>(pool: Pool, work: (query: Query) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // The pool listens to idle connections only; one that breaks between two statements would end the process.
  const onError = (error: Error): void => {
    broken = error;
  };
  client.on('error', onError);
  try {
    await client.query('begin');
    const result = await work(over(client));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((cause: Error) => (broken = cause));
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

/**
 * Connections of the delivery's own: a burst of deliveries does not take those that editors' requests wait for, and
 * statements are prepared.
 * @param onError hears when the server ends an idle connection
 */
export function openStore(connectionString: string | undefined, onError: (error: Error) => void): Store {
  const pool = new Pool({
    connectionString,
    max: CONNECTIONS,
    application_name: 'stadtverbund feed delivery',
    types: types(),
  });
  pool.on('error', onError);
  return {
    query: over(pool),
    transaction: (work) => inTransaction(pool, work),
    close: () => pool.end(),
  };
}
