/** One thing that is wrong with what was sent. */
export interface Trouble {
  /** The field it is about; none if it is about the whole. */
  readonly field?: string;
  readonly message: string;
}

/** A refusal of the city, as the client throws it. */
interface Refused {
  readonly status: number;
  readonly errors: readonly { readonly path: readonly (string | number)[]; readonly message: string }[];
}

const isRefused = (error: unknown): error is Refused =>
  error instanceof Error && 'status' in error && 'errors' in error;

interface Sentences {
  readonly offline: string;
  readonly failed: string;
}

/**
 * What to tell about an error.
 * @param fields that there are on the page; what is about another one is about the whole
 */
export function troublesOf(error: unknown, fields: readonly string[], words: Sentences): Trouble[] {
  if (!isRefused(error)) return [{ message: words.offline }];
  if (error.status >= 500) return [{ message: words.failed }];
  return error.errors.map(({ path: [first], message }) =>
    first !== undefined && fields.includes(String(first)) ? { field: String(first), message } : { message },
  );
}

/** Whether it says that nobody is signed in any more. */
export const isSignedOut = (error: unknown): boolean => isRefused(error) && error.status === 401;
