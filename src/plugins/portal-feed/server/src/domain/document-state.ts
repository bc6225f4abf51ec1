import type { Facts } from './facts';
import { publishedType, removedType, type EventData } from './feed-event';

/** What the feed says of a document: the event that would be appended for it now. */
export interface DocumentState {
  readonly documentId: string;
  readonly uid: string;
  /** `business.published`, … */
  readonly type: string;
  readonly data: EventData | null;
  readonly facts: Facts | null;
}

/** The last state that the log holds of a document. */
export interface Head {
  readonly documentId: string;
  readonly isPublished: boolean;
  /** Of that state; `null` when the log holds none. */
  readonly digest: string | null;
  readonly facts: Facts | null;
  /** `null`: erased, or too many to keep. */
  readonly prior: readonly Facts[] | null;
}

interface Named {
  readonly uid: string;
  /** `business` */
  readonly name: string;
  readonly documentId: string;
}

export const publishedState = (
  { uid, name, documentId }: Named,
  data: EventData,
  facts: Facts,
): DocumentState => ({
  documentId,
  uid,
  type: publishedType(name),
  data,
  facts,
});

export const removedState = ({ uid, name, documentId }: Named): DocumentState => ({
  documentId,
  uid,
  type: removedType(name),
  data: null,
  facts: null,
});

/** Whether a state is news to who knows the last one. What never was in the log is not removed from it. */
export const isNews = (head: Head, state: DocumentState, digest: string): boolean =>
  state.data === null ? head.isPublished : head.digest !== digest;

// A listing that was in this many places: who knew it can no longer be told apart, and everyone is told.
export const MOST_PRIOR = 32;

/** The distinct facts of all states up to the last one. */
export function priorOf({ facts, prior }: Head): readonly Facts[] | null {
  if (prior === null || facts === null) return prior;
  const key = JSON.stringify(facts);
  if (prior.some((known) => JSON.stringify(known) === key)) return prior;
  return prior.length < MOST_PRIOR ? [...prior, facts] : null;
}
