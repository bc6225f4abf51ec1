import type { AttemptFailure } from '../../contract';

/** The result of one HTTP request: an answer, or the reason why there is none. */
export type Reply =
  | { readonly kind: 'answer'; readonly status: number }
  | { readonly kind: 'none'; readonly failure: AttemptFailure; readonly detail: string | null };

export type Outcome =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly failure: AttemptFailure;
      /** `gone` if the receiver wants no more, so the portal is disabled immediately. */
      readonly disables: 'gone' | null;
      /** Whether it counts for the portal; requests we aborted ourselves do not. */
      readonly counts: boolean;
    };

const failed = (failure: AttemptFailure): Outcome => ({
  ok: false,
  failure,
  disables: failure === 'gone' ? 'gone' : null,
  counts: failure !== 'interrupted',
});

/**
 * Judges an attempt according to Standard Webhooks: only 2xx is a success, a redirect is a failure and never followed,
 * 410 means never again. A body that is too long is cut and does not affect the outcome.
 */
export function outcomeOf(reply: Reply): Outcome {
  if (reply.kind === 'none') return failed(reply.failure);
  const { status } = reply;
  if (status >= 200 && status < 300) return { ok: true };
  if (status >= 300 && status < 400) return failed('redirect');
  return failed(status === 410 ? 'gone' : 'status');
}
