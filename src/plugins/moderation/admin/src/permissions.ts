/** May see the queue and decide on submissions. */
export const REVIEW = [{ action: 'plugin::moderation.review', subject: null }];

/** May take a document from the public, and bring it back. */
export const SUSPEND = [{ action: 'plugin::moderation.suspend', subject: null }];
