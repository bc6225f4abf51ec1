import { refused, type Refusal } from '../refusals/refusal';

// Statement timeout, size of temporary files, memory of a statement, connections of the server.
const CODES: ReadonlySet<unknown> = new Set(['57014', '53400', '53200', '53300']);
const NAMES: ReadonlySet<string> = new Set(['NoPlaceError', 'KnexTimeoutError']);
// pg-pool has neither a name nor a code for it.
const NO_CONNECTION = /^timeout exceeded when trying to connect/;

/** Whether an error says that an answer took more of the database than one request may use. */
export const isOverload = (error: unknown): error is Error => {
  if (!(error instanceof Error)) return false;
  const { code } = error as Error & { code?: unknown };
  return CODES.has(code) || NAMES.has(error.name) || NO_CONNECTION.test(error.message);
};

// A statement may take 5 seconds, and waiting ones should be done first.
const RETRY_AFTER_SECONDS = 10;

/** The refusal in that case: 503 with `Retry-After`. */
export const overloaded = (cause: Error): Refusal =>
  refused('took-too-long', [], {}, { retryAfter: RETRY_AFTER_SECONDS, cause });
