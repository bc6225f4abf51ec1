/** The mail that says what will happen, and what its link is for. */
export const DELETION_UNDO = 'deletion-undo';

/** The queue that deletes accounts whose week is over. */
export const DELETION_QUEUE = 'account-deletions';
