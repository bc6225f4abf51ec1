/** The queue that makes exports. */
export const EXPORT_QUEUE = 'data-export';

/** The mail that says that one is ready, and what its link is for. */
export const EXPORT = 'export';
