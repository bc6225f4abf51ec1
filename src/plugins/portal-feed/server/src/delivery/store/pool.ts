import { Pool, TypeOverrides, type PoolClient, type QueryResultRow } from 'pg';

const JSONB = 3802;
const BIGINT = 20;

// One each for claims, records, the fan-out, and requests of people.
const CONNECTIONS = 4;

/** Runs one statement; named ones are prepared once per connection. */
export type Query = <Row extends QueryResultRow>(
  text: string,
  values?: readonly unknown[],
  name?: string,
) => Promise<Row[]>;

export interface Store {
  readonly query: Query;
  /** Runs work in a separate transaction; a throw rolls it back. */
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
  // The pool handles errors only of idle connections; one that breaks between two statements would end the process.
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
 * Separate connections for delivery, so that a burst does not take those that editors' requests need, and statements
 * can be prepared.
 * @param onError called when the server ends an idle connection
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
