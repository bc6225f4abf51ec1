import { portalView } from '../domain/portal-view';
import { signingSecrets } from '../services/portal-rows';
import type { Delivery } from './delivery';
import { nextAttempt } from './domain/retry-plan';
import { outcomeOf, type Outcome } from './domain/outcome';
import { retryAfterMilliseconds } from './domain/retry-after';
import { post, type Answered } from './sender/post';
import { signedHeaders } from './sender/signed-headers';
import { withdraw, type Claimed } from './store/claim';
import type { AttemptRecord } from './store/record';
import type { Target } from './store/portals';

/** The outcome of an attempt, and what follows from it. */
export interface Attempted {
  readonly outcome: Outcome;
  /** When it will be tried again. */
  readonly next: Date | null;
  /** Whether something else is due for the portal now. */
  readonly isMoreDue: boolean;
}

/** What is sent: the exact bytes and their id. */
interface Outgoing {
  readonly id: string;
  readonly body: string;
}

const unsent = ({ message }: Error): Answered => ({
  reply: { kind: 'none', failure: 'other', detail: message },
  duration: 0,
  retryAfter: undefined,
  excerpt: null,
});

/**
 * Sends one request to a portal. A secret that cannot be decrypted is a failure like any other, so that a person sees
 * it.
 */
export async function send(
  delivery: Delivery,
  target: Target,
  outgoing: Outgoing,
  now: Date,
): Promise<Answered> {
  try {
    const headers = signedHeaders(outgoing, signingSecrets(delivery.strapi, target, now), now);
    const { signal } = delivery.interrupt;
    return await post({ url: target.url, headers, body: outgoing.body, signal }, delivery.sender);
  } catch (error) {
    return unsent(error as Error);
  }
}

/** When a failed delivery will be tried again. */
function nextOf(claimed: Claimed, outcome: Outcome, answered: Answered, now: Date): Date | null {
  if (outcome.ok) return null;
  // Aborted by us, so immediately, by another instance.
  if (!outcome.counts) return now;
  const retryAfter = retryAfterMilliseconds(answered.retryAfter, now);
  const next = nextAttempt({ failures: claimed.failures + 1, now, jitter: Math.random(), retryAfter });
  return next.again ? next.at : null;
}

const stateOf = (outcome: Outcome, next: Date | null): AttemptRecord['state'] => {
  if (outcome.ok) return 'delivered';
  return next ? 'retrying' : 'failed';
};

/** The record of an attempt. */
export function recordOf(
  claimed: Pick<Claimed, 'deliveryId' | 'target' | 'attempt'>,
  started: Date,
  { reply, duration, excerpt }: Answered,
  { outcome, next }: Pick<Attempted, 'outcome' | 'next'>,
): AttemptRecord {
  return {
    id: claimed.deliveryId,
    portal: claimed.target.portalId,
    number: claimed.attempt,
    started: started.toISOString(),
    duration,
    status: reply.kind === 'answer' ? reply.status : null,
    failure: outcome.ok ? null : outcome.failure,
    detail: reply.kind === 'none' ? reply.detail : null,
    excerpt,
    state: stateOf(outcome, next),
    next: next?.toISOString() ?? null,
    counts: outcome.ok || outcome.counts,
  };
}

/**
 * Sends a claimed delivery and records the outcome.
 * @returns `null` if there is no longer anything to send to the portal
 */
export async function attempt(delivery: Delivery, claimed: Claimed): Promise<Attempted | null> {
  const { event, messageId, target } = claimed;
  const view = event && portalView(event, target.filter, target.formerFilters ?? []);
  if (!view) {
    await withdraw(delivery.store.query, claimed);
    return null;
  }
  const started = new Date();
  const answered = await send(delivery, target, { id: messageId, body: JSON.stringify(view) }, started);
  const outcome = outcomeOf(answered.reply);
  const next = nextOf(claimed, outcome, answered, new Date());
  const { isMoreDue } = await delivery.record(recordOf(claimed, started, answered, { outcome, next }));
  return { outcome, next, isMoreDue };
}
