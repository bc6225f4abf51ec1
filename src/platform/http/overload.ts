import type { Language } from '../../domain/language';

// Statement timeout, size of temporary files, memory of a statement; connections of the server.
const CODES: ReadonlySet<unknown> = new Set(['57014', '53400', '53200', '53300']);
const NAMES: ReadonlySet<string> = new Set(['NoPlaceError', 'KnexTimeoutError']);
// pg-pool has neither a name nor a code for it.
const NO_CONNECTION = /^timeout exceeded when trying to connect/;

/** Whether an error says that an answer took more of the database than one request may have. */
export const isOverload = (error: unknown): error is Error => {
  if (!(error instanceof Error)) return false;
  const { code } = error as Error & { code?: unknown };
  return CODES.has(code) || NAMES.has(error.name) || NO_CONNECTION.test(error.message);
};

/** What is answered then: 503 with this reason and `Retry-After`. */
export const OVERLOAD = {
  status: 503,
  reason: 'took-too-long',
  retryAfterSeconds: 10,
  messages: {
    de: 'Die Antwort würde zu lange dauern. Bitte fragen Sie weniger auf einmal oder später noch einmal.',
    en: 'The answer would take too long. Please ask for less at once, or again later.',
  } satisfies Record<Language, string>,
} as const;
