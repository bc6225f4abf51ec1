import { isFetchError } from '@strapi/strapi/admin';

/** Why a request was not answered as hoped. */
export interface Failure {
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  /** What the server said, in the user's language; null when it said nothing. */
  readonly message: string | null;
}

/** Turns what a request threw into a failure; an abort is none and gives `null`. */
export function failureOf(error: unknown): Failure | null {
  if (error instanceof Error && error.name === 'AbortError') return null;
  if (isFetchError(error)) return { status: error.status ?? 0, message: error.message };
  if (error instanceof TypeError) return { status: 0, message: null };
  throw error;
}
