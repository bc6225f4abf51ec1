import type { FilterFacts } from './filter-facts';

/** The content of an event about a public listing. */
export interface EventData {
  readonly url: string;
  /** BCP 47, sorted. */
  readonly locales: readonly string[];
  /** schema.org JSON-LD; localized texts are language maps. */
  readonly listing: Readonly<Record<string, unknown>>;
}

/** One line of the log. */
export interface FeedEvent {
  /** The `webhook-id`. */
  readonly id: string;
  /** Number in the log; `null` in the transaction that appends it. */
  readonly seq: number | null;
  /** uid of the content type. */
  readonly uid: string;
  readonly documentId: string;
  /** `business.published`, `business.removed`, … */
  readonly type: string;
  /** `null` in a tombstone. */
  readonly data: EventData | null;
  /** `null` in a tombstone. */
  readonly facts: FilterFacts | null;
  /** Distinct facts of the document's earlier states; `null` if erased or too many to keep. */
  readonly prior: readonly FilterFacts[] | null;
  readonly createdAt: Date;
}

/** `business` of `business.published`. */
export const listingTypeOf = (eventType: string): string => eventType.slice(0, eventType.lastIndexOf('.'));

export const isPublished = (event: Pick<FeedEvent, 'type'>): boolean => event.type.endsWith('.published');

export const removedType = (listingType: string): string => `${listingType}.removed`;
export const publishedType = (listingType: string): string => `${listingType}.published`;
