import type { Values } from './three-way';
import { isObject } from '#src/domain/is-object';

/** What was typed into one form and not saved, as the browser stores it. */
export interface KeptInput {
  /** Time of the last key press, ISO 8601. */
  readonly at: string;
  readonly fields: Values;
  /** The digest of each field when the form was opened, which reveals fields that others have written since. */
  readonly seen: Readonly<Record<string, string>>;
}

const DAY = 24 * 60 * 60 * 1000;
// A week: long enough for a short absence, and a shared browser does not keep it for ever.
export const KEPT_DAYS = 7;
// A browser allows an origin 5 MB; the longest listing of a city has some 20 kB.
const LONGEST = 200_000;
const MOST = 20;

/** Reads kept input; `null` if it is not ours, empty, or too old. */
export function parseKept(text: string | null, now: Date): KeptInput | null {
  if (text === null) return null;
  let kept: unknown;
  try {
    kept = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (!isObject(kept) || typeof kept.at !== 'string' || !isObject(kept.fields) || !isObject(kept.seen))
    return null;
  const age = now.getTime() - new Date(kept.at).getTime();
  if (!(age < KEPT_DAYS * DAY) || Object.keys(kept.fields).length === 0) return null;
  return { at: kept.at, fields: kept.fields, seen: kept.seen as KeptInput['seen'] };
}

/** The text to store for an input; `null` if it is too long to be kept. */
export function writtenKept(kept: KeptInput): string | null {
  const text = JSON.stringify(kept);
  return text.length > LONGEST ? null : text;
}

/** The keys to delete: too old, not readable, or beyond the number kept, oldest first. */
export function staleKeys(all: ReadonlyMap<string, string | null>, now: Date): string[] {
  const read = [...all].map(([key, text]) => ({ key, kept: parseKept(text, now) }));
  const old = read.filter(({ kept }) => kept === null);
  const young = read
    .filter(({ kept }) => kept !== null)
    .sort((one, other) => (other.kept?.at ?? '').localeCompare(one.kept?.at ?? ''));
  return [...old, ...young.slice(MOST)].map(({ key }) => key);
}
