import type { Path } from './values';

/** One thing that is wrong with what was sent. */
export interface Trouble {
  /** The field it is about; none if it is about the whole. */
  readonly field?: string;
  /** Where in what was sent; empty if it is about the whole. */
  readonly path: Path;
  readonly message: string;
}

/** A refusal of the city, as the client throws it. */
interface Refused {
  readonly status: number;
  readonly errors: readonly { readonly path: Path; readonly message: string }[];
}

const isRefused = (error: unknown): error is Refused =>
  error instanceof Error && 'status' in error && 'errors' in error;

// Of a proxy before the city, and of the city while it starts.
const GATEWAY: ReadonlySet<number> = new Set([502, 503, 504]);

interface Sentences {
  readonly offline: string;
  readonly failed: string;
}

/**
 * What to tell about an error.
 * @param fields that there are on the page; what is about another one is about the whole
 */
export function troublesOf(error: unknown, fields: readonly string[], words: Sentences): Trouble[] {
  if (!isRefused(error)) return [{ path: [], message: words.offline }];
  if (error.status >= 500) return [{ path: [], message: words.failed }];
  return error.errors.map(({ path, message }) => {
    const [first] = path;
    const field = first !== undefined && fields.includes(String(first)) ? { field: String(first) } : {};
    return { ...field, path, message };
  });
}

/** Whether it says that nobody is signed in any more. */
export const isSignedOut = (error: unknown): boolean => isRefused(error) && error.status === 401;

/** Whether the document has changed since it was read (412). */
export const isOutdated = (error: unknown): boolean => isRefused(error) && error.status === 412;

export const isNotThere = (error: unknown): boolean => isRefused(error) && error.status === 404;

/** Whether there was no answer of the city at all, or only one that it cannot give right now (RFC 9110, 15.6). */
export const hasNoAnswer = (error: unknown): boolean => !isRefused(error) || GATEWAY.has(error.status);

/** Whether it may be otherwise in a moment: there was no answer, or one about the city and not about who asks. */
export const isForNow = (error: unknown): boolean =>
  hasNoAnswer(error) || (isRefused(error) && (error.status === 429 || error.status >= 500));

/** What a form itself refuses, before anything is sent. */
export class NotReady extends Error {
  readonly status = 400;

  constructor(readonly errors: readonly { readonly path: Path; readonly message: string }[]) {
    super(errors[0]?.message);
  }
}
