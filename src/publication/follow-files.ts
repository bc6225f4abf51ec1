import type { FileStep } from '../platform/strapi/patches';
import { inPublicationBatch } from './batch';
import { FILE } from './dependents/paths';
import { shownBy } from './dependents/shown-by';

/**
 * Announces what shows a file when it is replaced, gets another alternative text or caption, or is removed (with its
 * folder too).
 *
 * The row is written in the transaction of the announcement. The bytes are not: storage knows no rollback.
 */
export const followFiles: FileStep = {
  name: 'announcement',
  around(strapi, { file }, next) {
    if (!file) return next();
    return inPublicationBatch(strapi, async (batch) => {
      // Before the write: a removed file is shown by nothing.
      const showing = await shownBy(strapi, FILE, [Number(file.id)]);
      const result = await next();
      batch.touch(showing);
      return result;
    });
  },
};
