import type { Language } from '../../../../domain/language';
import { messageOf } from './domain/messages';
import { errorNameOf, statusOf, type Refusal } from './domain/refusal';

/** Thrown inside the plugin; the middleware `answer-refusals` makes it the answer, in the language asked for. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusals: readonly [Refusal, ...Refusal[]];

  constructor(refusals: readonly [Refusal, ...Refusal[]]) {
    super(refusals.map(({ reason, path }) => `${path.join('.')}: ${reason}`).join(', '));
    this.refusals = refusals;
  }
}

/** A refusal for one reason. */
export const refused = (
  reason: Refusal['reason'],
  path: readonly string[] = [],
  details?: Refusal['details'],
): Refused => new Refused([{ reason, path, ...(details ? { details } : {}) }]);

/** A refusal that time alone lifts. */
export const refusedFor = (
  seconds: number,
  reason: Refusal['reason'],
  details?: Refusal['details'],
): Refused => new Refused([{ reason, path: [], retryAfter: seconds, ...(details ? { details } : {}) }]);

/** Throws when there is something to refuse. */
export function assertNothing(refusals: readonly Refusal[]): void {
  const [first, ...rest] = refusals;
  if (first) throw new Refused([first, ...rest]);
}

/** The answer to refusals in the form of Strapi's errors: each with path, code and sentence. */
export function errorBodyOf({ refusals }: Refused, language: Language) {
  const sentences = refusals.map(({ reason, path, details }) => ({
    path,
    code: reason,
    message: messageOf(reason, language, { field: path.join('.'), ...details }),
  }));
  const status = statusOf(refusals[0].reason);
  const message = sentences.map((sentence) => sentence.message).join(' ');
  return {
    status,
    body: {
      data: null,
      error: { status, name: errorNameOf(status), message, details: { errors: sentences } },
    },
  };
}
