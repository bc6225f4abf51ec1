import { isDeepStrictEqual } from 'node:util';
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

/** What is said of a document, without what filters look at. */
export const saidIn = ({ type, data }: Pick<DocumentState, 'type' | 'data'>): string =>
  JSON.stringify([type, data]);

/** The same as releases up to 0.1 wrote it: with the facts that there were. */
export const formerlySaidIn = ({ type, data }: DocumentState, facts: FilterFacts): string => {
  const { categories, district, postcode, point, locales } = facts;
  return JSON.stringify([type, data, { categories, district, postcode, point, locales }]);
};

/**
 * Whether a state is news to who knows the last one. What never was in the log is not removed from it. FilterFacts that the log
 * has not had before are news only where somebody asks for them: else a new filter would send every listing to everybody.
 * @param saysTheSame whether its data are those of the last state
 * @param asked names of facts that a portal filters by
 */
export function isNews(
  head: Head,
  state: DocumentState,
  saysTheSame: boolean,
  asked: ReadonlySet<string>,
): boolean {
  if (state.data === null) return head.isPublished;
  if (!head.isPublished || !saysTheSame) return true;
  const known = head.facts ?? {};
  return Object.entries(state.facts ?? {}).some(([name, fact]) =>
    name in known ? !isDeepStrictEqual(known[name], fact) : asked.has(name),
  );
}

/** Whether the log lacks facts of a public document, because a filter has come since. */
export const lacksFacts = (head: Head, state: DocumentState): boolean =>
  head.isPublished && Object.keys(state.facts ?? {}).some((name) => !(name in (head.facts ?? {})));

// With more places than this it is no longer tracked which portals knew a listing, and everyone gets its removal.
export const MOST_PRIOR = 32;

/** The distinct facts of all states up to the last one. */
export function priorOf({ facts, prior }: Head): readonly FilterFacts[] | null {
  if (prior === null || facts === null) return prior;
  const key = JSON.stringify(facts);
  if (prior.some((known) => JSON.stringify(known) === key)) return prior;
  return prior.length < MOST_PRIOR ? [...prior, facts] : null;
}
