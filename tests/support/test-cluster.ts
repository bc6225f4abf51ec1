import { Client } from 'pg';

/** The PostgreSQL of this run, database `postgres`, as superuser. */
export function testClusterUrl(): string {
  const url = process.env['TEST_CLUSTER_URL'];
  if (!url)
    throw new Error('No PostgreSQL for this run: start the tests through Jest, which runs global-setup.ts.');
  return url;
}

/** The same cluster with another database. */
export function databaseUrl(database: string): string {
  const url = new URL(testClusterUrl());
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs one statement, such as `create database`, and returns its rows. */
export async function onDatabase(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
