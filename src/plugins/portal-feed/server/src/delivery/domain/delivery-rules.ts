/** Milliseconds for DNS, TCP and TLS together. */
export const CONNECT_TIMEOUT = 5_000;

/** Milliseconds for a request and its answer: the lower end of what Standard Webhooks recommends. */
export const REQUEST_TIMEOUT = 15_000;

/** Bytes of an answer that are read. */
export const MOST_OF_AN_ANSWER = 20_000;

/** Concurrent requests to one portal, across all instances. */
export const CONCURRENT_REQUESTS = 10;

/**
 * Seconds after which a delivery whose worker died may be taken over: twice as long as a request may last, so that a
 * process that only stalls keeps what it is sending.
 */
export const CLAIM_SECONDS = 30;

/** Days that deliveries and their attempts are kept. */
export const KEPT_DAYS = 30;
