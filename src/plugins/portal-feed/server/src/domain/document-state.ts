import type { FilterFacts } from './filter-facts';
import { publishedType, removedType, type EventData } from './feed-event';

/** The state of a document in the feed: the event that would be appended for it now. */
export interface DocumentState {
  readonly documentId: string;
  readonly uid: string;
  /** `business.published`, … */
  readonly type: string;
  readonly data: EventData | null;
  readonly facts: FilterFacts | null;
}

/** The last state of a document in the log. */
export interface Head {
  readonly documentId: string;
  readonly isPublished: boolean;
  /** Digest of that state; `null` if the log has none. */
  readonly digest: string | null;
  readonly facts: FilterFacts | null;
  /** `null` if erased or too many to keep. */
  readonly prior: readonly FilterFacts[] | null;
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
  facts: FilterFacts,
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

/** Whether a state differs from the last one. What was never in the log is not removed from it. */
export const isNews = (head: Head, state: DocumentState, digest: string): boolean =>
  state.data === null ? head.isPublished : head.digest !== digest;

// With more places than this it is no longer tracked which portals knew a listing, and everyone gets its removal.
export const MOST_PRIOR = 32;

/** The distinct facts of all states up to the last one. */
export function priorOf({ facts, prior }: Head): readonly FilterFacts[] | null {
  if (prior === null || facts === null) return prior;
  const key = JSON.stringify(facts);
  if (prior.some((known) => JSON.stringify(known) === key)) return prior;
  return prior.length < MOST_PRIOR ? [...prior, facts] : null;
}
