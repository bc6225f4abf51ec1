import type { Core } from '@strapi/strapi';
import { Pool, type QueryResultRow } from 'pg';
import { watchPool } from '#src/platform/metrics/index';
import { READING_MS } from '#src/platform/sql/limit-statements';

/** A named statement, which PostgreSQL parses and plans once per connection. A name must always mean the same text. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** Connections for reading the read model, apart from Strapi's own. */
export interface ReadPool {
  /** Rows of one statement; JSON columns are text (Strapi switches pg's JSON parser off). */
  rows<Row extends QueryResultRow>(statement: Statement, values: readonly unknown[]): Promise<Row[]>;
}

// Two cores keep four statements busy; more would only queue in PostgreSQL instead of here.
const DEFAULT_CONNECTIONS = 4;

// An answer that takes longer is useless and must not hold a connection.
const STATEMENT_TIMEOUT_MS = READING_MS;

const pools = new WeakMap<Core.Strapi, Pool>();

const connections = (): number => {
  const wanted = Number(process.env.DIRECTORY_POOL_MAX ?? DEFAULT_CONNECTIONS);
  if (!Number.isInteger(wanted) || wanted < 1)
    throw new Error('DIRECTORY_POOL_MAX is the number of connections for reading: 1 or more.');
  return wanted;
};

/** Creates the pool; connections are opened when first needed. */
export function openReadPool(strapi: Core.Strapi): void {
  const pool = new Pool({
    connectionString: process.env.DATABASE_URL,
    application_name: 'stadtverbund directory',
    max: connections(),
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: STATEMENT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    options: '-c search_path=public -c default_transaction_read_only=on',
  });
  // An idle connection closed by the server is replaced with the next statement.
  pool.on('error', (error) => strapi.log.warn(`Directory: a connection was lost: ${error.message}`));
  pools.set(strapi, pool);
  watchPool(strapi, 'directory', () => ({
    used: pool.totalCount - pool.idleCount,
    free: pool.idleCount,
    waiting: pool.waitingCount,
  }));
}

/** The pool of a running instance. */
export function readPool(strapi: Core.Strapi): ReadPool {
  const pool = pools.get(strapi);
  if (!pool) throw new Error('The directory has not been started.');
  return {
    async rows<Row extends QueryResultRow>(statement: Statement, values: readonly unknown[]) {
      return (await pool.query<Row>({ ...statement, values: [...values] })).rows;
    },
  };
}

export async function closeReadPool(strapi: Core.Strapi): Promise<void> {
  const pool = pools.get(strapi);
  pools.delete(strapi);
  await pool?.end();
}
