import { Client } from 'pg';
import { errorCode } from '../error-code';

// SQLSTATE codes: https://www.postgresql.org/docs/18/errcodes-appendix.html
const NO_SUCH_DATABASE = '3D000';
const ALREADY_THERE = ['42P04', '23505'];

/**
 * Creates the database named in DATABASE_URL if the server does not have it.
 *
 * @throws a sentence if the server cannot be reached or refuses
 */
export async function ensureDatabaseExists(url: string): Promise<void> {
  try {
    await runOn(url, 'select 1');
  } catch (cause) {
    if (errorCode(cause) !== NO_SUCH_DATABASE) {
      const { hostname, port } = new URL(url);
      const where = `${hostname}:${port || 5432}`;
      throw new Error(`The database of DATABASE_URL at ${where} cannot be used: ${reasonOf(cause)}`, {
        cause,
      });
    }
    await createDatabase(url);
  }
}

async function createDatabase(url: string): Promise<void> {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';
  try {
    await runOn(
      maintenance.href,
      `create database ${new Client().escapeIdentifier(name)} encoding 'UTF8' template template0`,
    );
  } catch (cause) {
    if (ALREADY_THERE.includes(errorCode(cause) ?? '')) return;
    throw new Error(`The database "${name}" does not exist and could not be created: ${reasonOf(cause)}`, {
      cause,
    });
  }
}

async function runOn(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A refused connection to a name with two addresses is an AggregateError without a message. */
function reasonOf(error: unknown): string {
  return (error as Error).message || errorCode(error) || String(error);
}
