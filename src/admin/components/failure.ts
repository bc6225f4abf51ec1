import { isFetchError } from '@strapi/strapi/admin';

/** Why a request failed. */
export interface Failure {
  /** HTTP status; 0 if there was no answer. */
  readonly status: number;
  /** The server's message in the user's language; null if there was none. */
  readonly message: string | null;
}

/** Turns what a request threw into a failure; `null` for an abort, which is not one. */
export function failureOf(error: unknown): Failure | null {
  if (error instanceof Error && error.name === 'AbortError') return null;
  if (isFetchError(error)) return { status: error.status ?? 0, message: error.message };
  if (error instanceof TypeError) return { status: 0, message: null };
  throw error;
}
