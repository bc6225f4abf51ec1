import type { Values } from './three-way';

/** What was typed into one form and not saved, as the browser keeps it. */
export interface KeptInput {
  /** ISO 8601, of the last key. */
  readonly at: string;
  readonly fields: Values;
  /** The digest that each of the fields had when the form was opened: whoever has written it since is asked about. */
  readonly seen: Readonly<Record<string, string>>;
}

const DAY = 24 * 60 * 60 * 1000;
// A week: somebody who was on holiday has it, a browser that is shared does not keep it for ever.
export const KEPT_DAYS = 7;
// A browser gives an origin 5 MB; the longest listing of a city has some 20 kB.
const LONGEST = 200_000;
const MOST = 20;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads what was kept; `null` for what is not ours, empty, or too old. */
export function parseKept(text: string | null, now: Date): KeptInput | null {
  if (text === null) return null;
  let kept: unknown;
  try {
    kept = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (!isRecord(kept) || typeof kept.at !== 'string' || !isRecord(kept.fields) || !isRecord(kept.seen))
    return null;
  const age = now.getTime() - new Date(kept.at).getTime();
  if (!(age < KEPT_DAYS * DAY) || Object.keys(kept.fields).length === 0) return null;
  return { at: kept.at, fields: kept.fields, seen: kept.seen as KeptInput['seen'] };
}

/** What is written for an input; `null` when it is too long to be kept. */
export function writtenKept(kept: KeptInput): string | null {
  const text = JSON.stringify(kept);
  return text.length > LONGEST ? null : text;
}

/** The keys of what has to go: too old, not readable, or more than are kept, the oldest first. */
export function staleKeys(all: ReadonlyMap<string, string | null>, now: Date): string[] {
  const read = [...all].map(([key, text]) => ({ key, kept: parseKept(text, now) }));
  const old = read.filter(({ kept }) => kept === null);
  const young = read
    .filter(({ kept }) => kept !== null)
    .sort((one, other) => (other.kept?.at ?? '').localeCompare(one.kept?.at ?? ''));
  return [...old, ...young.slice(MOST)].map(({ key }) => key);
}
