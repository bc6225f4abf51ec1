/** An event of the feed: the body of a webhook, an item of `/api/feed/events`, a line of `/api/feed/snapshot`. */
export interface FeedEvent {
  readonly type: string;
  readonly timestamp: string;
  readonly data: {
    /** The document that this is about. */
    readonly id: string;
    /** The event's number in the log; a higher one is newer. */
    readonly sequence: number;
    readonly url?: string;
    readonly locales?: readonly string[];
    /** schema.org JSON-LD; absent if the listing was removed. */
    readonly listing?: Readonly<Record<string, unknown>>;
  };
}

/** What is known of a document. A removed one is kept without its listing, so that an older event cannot revive it. */
export interface Entry {
  readonly sequence: number;
  /** The `webhook-id` of its delivery; `null` if it was pulled. */
  readonly message: string | null;
  /** `null`: removed. */
  readonly event: FeedEvent | null;
}

export type Entries = Readonly<Record<string, Entry>>;

/**
 * Whether an event is new. Deliveries arrive at least once and in any order, so there are two rules: an older number
 * never wins, and the same message is applied once. The same number under another `webhook-id`, or pulled, does win:
 * after a change to the portal's filter, the same event may say something else (that a listing no longer matches).
 */
export function isNews(known: Entry | undefined, event: FeedEvent, message: string | null): boolean {
  if (!known) return true;
  if (event.data.sequence !== known.sequence) return event.data.sequence > known.sequence;
  return message === null || message !== known.message;
}

/** The entry for an event. */
export const entryOf = (event: FeedEvent, message: string | null): Entry => ({
  sequence: event.data.sequence,
  message,
  event: event.data.listing === undefined ? null : event,
});
