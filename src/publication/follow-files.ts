import type { FileStep } from '../platform/strapi/patches';
import { inPublicationBatch } from './batch';
import { FILE } from '../platform/strapi/schema';
import { shownBy } from './dependents/shown-by';

/**
 * Announces what shows a file when it is replaced, gets a new alternative text or caption, or is removed (also with its
 * folder).
 *
 * The row is written in the transaction of the announcement. The bytes are not, since storage has no rollback.
 */
export const followFiles: FileStep = {
  name: 'announcement',
  around(strapi, { file }, next) {
    if (!file) return next();
    return inPublicationBatch(strapi, async (batch) => {
      // Before the write, since nothing shows a removed file.
      const showing = await shownBy(strapi, FILE, [Number(file.id)]);
      const result = await next();
      batch.touch(showing);
      return result;
    });
  },
};
