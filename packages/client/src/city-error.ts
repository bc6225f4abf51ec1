/** One thing that was wrong with a request. */
export interface Problem {
  /** Stable; docs/api.md lists those of the city, `verifyWebhook` has its own. */
  readonly code: string;
  /** Names, and positions in lists from 0 on: `['hours', 0, 'rule']`. Empty: it is about the whole. */
  readonly path: readonly (string | number)[];
  /** What is wrong and what to do, in the language of the request. */
  readonly message: string;
  /** Values that would be accepted, the likeliest first. */
  readonly suggestions?: readonly string[];
}

export interface CityErrorFacts {
  /** HTTP status; 0 if nothing was asked over HTTP. */
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly errors?: readonly Problem[];
  readonly retryAfter?: number | undefined;
  readonly details?: Readonly<Record<string, unknown>>;
}

/**
 * Whatever the city refuses, and a webhook that is not genuine. A request that got no answer at all (no network, aborted)
 * rejects with the error of `fetch`.
 */
export class CityError extends Error {
  override readonly name = 'CityError';
  /** HTTP status; 0 if nothing was asked over HTTP. */
  readonly status: number;
  /** Stable; compare this, not the message. `http-502` and so on if something before the city answered. */
  readonly code: string;
  /** Everything that was wrong, at least one entry. */
  readonly errors: readonly Problem[];
  /** Seconds after which the request may be repeated. */
  readonly retryAfter: number | undefined;
  /** Further facts of the answer: `details.snapshot` of a cursor that is too old, for example. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor({ status, code, message, errors, retryAfter, details }: CityErrorFacts) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors?.length ? errors : [{ code, path: [], message }];
    this.retryAfter = retryAfter;
    this.details = details ?? {};
  }

  /** What is wrong with a field and what is inside it: `error.at('hours', 0)`. */
  at(...path: readonly (string | number)[]): readonly Problem[] {
    return this.errors.filter(
      (problem) =>
        path.length > 0 && path.every((part, index) => String(problem.path[index]) === String(part)),
    );
  }
}

interface Refusal {
  readonly status?: number;
  readonly message?: string;
  readonly details?: { readonly code?: string; readonly errors?: readonly Problem[] } & Record<
    string,
    unknown
  >;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `error` in REST, `errors[].extensions.error` in GraphQL. */
function refusalsIn(answer: unknown): Refusal[] {
  if (!isObject(answer)) return [];
  if (isObject(answer['error'])) return [answer['error']];
  const errors = Array.isArray(answer['errors']) ? (answer['errors'] as unknown[]) : [];
  return errors.filter(isObject).map(({ message, extensions }) => ({
    message: String(message),
    ...(isObject(extensions) && isObject(extensions['error']) ? extensions['error'] : {}),
  }));
}

/**
 * The error for a refusal in the city's form (docs/api.md, "Errors"), or for what something between here and the city
 * answered.
 */
export function errorOf(
  answer: unknown,
  { status, retryAfter, fallback }: { status: number; retryAfter?: number | undefined; fallback: string },
): CityError {
  const refusals = refusalsIn(answer);
  const { details = {}, ...first } = refusals[0] ?? {};
  const seconds = retryAfter ?? details['retryAfterSeconds'];
  return new CityError({
    status: first.status ?? status,
    code: details.code ?? `http-${status}`,
    message: first.message ?? fallback,
    errors: refusals.flatMap((refusal) => refusal.details?.errors ?? []),
    retryAfter: typeof seconds === 'number' ? seconds : undefined,
    details,
  });
}
