import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isCalendarDay } from '#src/domain/period';

/** The values of a page's last row by which rows are ordered. */
export interface CursorKey {
  readonly name: string;
  readonly id: string;
  readonly score: number;
  /** Metres to the requested point, in a straight line through the ground */
  readonly chord: number | null;
  /** With all digits: PostgreSQL stores microseconds, a Date does not. */
  readonly published: string | null;
}

/** What a cursor remembers between two pages. */
export interface Cursor {
  readonly key: CursorKey;
  /** If the words were corrected: those with which page 1 found something; later pages use them too. */
  readonly words: readonly string[] | null;
  /** Whether page 1 found something only when any of the words was enough. */
  readonly relaxed: boolean;
}

// As PostgreSQL writes it, and as it can read it: a made-up one must not fail there.
const TIMESTAMP =
  /^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?[+-](0\d|1[0-4])(:[0-5]\d)?$/;

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
    .refine((value) => isCalendarDay(value.slice(0, 10)))
    .nullable(),
  z.array(text).max(20).nullable(),
  z.boolean(),
]);

const digestOf = (query: string): string =>
  createHash('sha256').update(query).digest('base64url').slice(0, 12);

/**
 * A cursor for clients. It is not signed: making one up only chooses where a public list begins.
 * @param query the query in normal form; the cursor is valid only for it
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

/** The content of a cursor; `null` if it is not one, or belongs to another query. */
export function readCursor(cursor: string, query: string): Cursor | null {
  const result = schema.safeParse(parsed(cursor));
  if (!result.success) return null;
  const [digest, name, id, score, chord, published, words, relaxed] = result.data;
  if (digest !== digestOf(query)) return null;
  return { key: { name, id, score, chord, published }, words, relaxed };
}
