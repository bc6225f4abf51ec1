/** Milliseconds for DNS, TCP and TLS together. */
export const CONNECT_TIMEOUT = 5_000;

/** Milliseconds for a request with its answer: the lower end of what Standard Webhooks advises. */
export const REQUEST_TIMEOUT = 15_000;

/** Bytes of an answer that are read. */
export const MOST_OF_AN_ANSWER = 20_000;

/** Requests that one portal gets at a time, over all instances. */
export const CONCURRENT_REQUESTS = 10;

/**
 * Seconds after which a delivery whose worker died may be taken by another one: twice as long as a request may last, so
 * that a process which only stalls keeps what it sends.
 */
export const CLAIM_SECONDS = 30;

/** Days that deliveries and their attempts are kept. */
export const KEPT_DAYS = 30;
