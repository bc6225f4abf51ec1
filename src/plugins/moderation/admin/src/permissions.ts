/** May see the queue and decide on submissions. */
export const REVIEW = [{ action: 'plugin::moderation.review', subject: null }];

/** May withdraw a document from the public, and restore it. */
export const SUSPEND = [{ action: 'plugin::moderation.suspend', subject: null }];

/** May tell people what is stored about them, and erase it. */
export const PRIVACY = [{ action: 'plugin::moderation.privacy', subject: null }];
