import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { oneSlugSql } from '#src/bootstrap/one-slug.sql';
import { advisoryContactAt } from './advisory-contact';
import { readSeedCity } from './city';
import { businessMaker } from './made-up-business';

/** The seed of every published figure. */
export const SEED = 20_261_121;

// Businesses per advisory contact.
const BUSINESSES_PER_CONTACT = 250;

// So one statement parses about 10 MB of JSON.
const BATCH = 5_000;

interface SeedOptions {
  /** How many businesses */
  size: number;
  seed?: number;
  onProgress?: (done: number) => void;
}

const sqlOf = (name: string): string => readFileSync(join(__dirname, name), 'utf8');

/**
 * Fills the tables of a booted, empty Stadtverbund with made-up businesses: for each a draft and a published version in
 * German, one in five in English too. Triggers and foreign keys are disabled meanwhile (this needs a superuser), so the
 * read model and the feed have to be rebuilt afterwards.
 *
 * @throws if there are businesses already, since slugs would collide
 */
export async function seedDatabase(
  client: Client,
  { size, seed = SEED, onProgress }: SeedOptions,
): Promise<void> {
  const { rows } = await client.query('select from public.businesses limit 1');
  if (rows.length > 0) throw new Error('There are businesses in this database: seed an empty one.');
  const city = readSeedCity();
  await client.query('set session_replication_role = replica');
  // Checking it row by row takes minutes for 100,000 businesses; building it at once takes seconds.
  await client.query('alter table businesses drop constraint businesses_one_slug_one_document');
  await inTransaction(client, async () => {
    await stage(client, 'seed_city (city jsonb)', 'insert into seed_city values ($1)', JSON.stringify(city));
    await client.query(sqlOf('basics.sql'));
  });
  const make = businessMaker(city, seed);
  for (let from = 0; from < size; from += BATCH) {
    const numbers = range(from, Math.min(from + BATCH, size));
    const businesses = numbers.map((n) => ({ n, data: make(n) }));
    await inTransaction(client, async () => {
      await stageRows(client, 'seed_business', businesses);
      await client.query(sqlOf('businesses.sql'));
    });
    onProgress?.(from + numbers.length);
  }
  await inTransaction(client, async () => {
    const numbers = range(0, Math.ceil(size / BUSINESSES_PER_CONTACT));
    const contacts = numbers.map((n) => ({ n, data: advisoryContactAt(city, seed, n) }));
    await stageRows(client, 'seed_contact', contacts);
    await client.query(sqlOf('advisory-contacts.sql'));
  });
  await client.query('set session_replication_role = origin');
  await client.query(oneSlugSql('businesses'));
  await client.query(sqlOf('after.sql'));
  await client.query('analyze');
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, offset) => from + offset);

async function inTransaction(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    await work();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function stage(client: Client, table: string, insert: string, json: string): Promise<void> {
  await client.query(`create temp table ${table} on commit drop`);
  await client.query(insert, [json]);
}

function stageRows(client: Client, table: string, rows: { n: number; data: object }[]): Promise<void> {
  const insert = `insert into ${table} select n, data from jsonb_to_recordset($1) as row (n int, data jsonb)`;
  return stage(client, `${table} (n int primary key, data jsonb not null)`, insert, JSON.stringify(rows));
}
