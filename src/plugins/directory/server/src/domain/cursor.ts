import { createHash } from 'node:crypto';
import { z } from 'zod';

/** The last row of a page, by what rows are ordered by. */
export interface CursorKey {
  readonly name: string;
  readonly id: string;
  readonly score: number;
  /** Metres to the point asked for, through the ground */
  readonly chord: number | null;
  /** With all its digits: PostgreSQL keeps microseconds, a Date does not. */
  readonly published: string | null;
}

/** What a cursor remembers between two pages. */
export interface Cursor {
  readonly key: CursorKey;
  /** The words that page 1 found something with, where they were corrected: later pages go on with them. */
  readonly words: readonly string[] | null;
  /** Page 1 found something only with any of the words. */
  readonly relaxed: boolean;
}

const TIMESTAMP = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?[+-]\d{2}(:\d{2})?$/;

const text = z
  .string()
  .max(1000)
  .refine((value) => !value.includes('\u0000'));
const schema = z.tuple([
  z.string(),
  text,
  text,
  z.number().int().min(0).max(1000),
  z.number().min(0).max(30_000_000).nullable(),
  z
    .string()
    .regex(TIMESTAMP)
    .refine((value) => !Number.isNaN(Date.parse(value.slice(0, 10))))
    .nullable(),
  z.array(text).max(20).nullable(),
  z.boolean(),
]);

const digestOf = (query: string): string =>
  createHash('sha256').update(query).digest('base64url').slice(0, 12);

/**
 * A cursor for outsiders. It is not signed: whoever makes one up only chooses where a public list begins.
 * @param query the query in one way of writing; the cursor holds for it alone
 */
export const writeCursor = ({ key, words, relaxed }: Cursor, query: string): string =>
  Buffer.from(
    JSON.stringify([digestOf(query), key.name, key.id, key.score, key.chord, key.published, words, relaxed]),
  ).toString('base64url');

const parsed = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/** What a cursor says; `null` when it is none, or of another query. */
export function readCursor(cursor: string, query: string): Cursor | null {
  const result = schema.safeParse(parsed(cursor));
  if (!result.success) return null;
  const [digest, name, id, score, chord, published, words, relaxed] = result.data;
  if (digest !== digestOf(query)) return null;
  return { key: { name, id, score, chord, published }, words, relaxed };
}
