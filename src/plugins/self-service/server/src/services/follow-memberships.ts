import type { Core } from '@strapi/strapi';
import { inTransaction, touchPublic, useOnDocuments } from '../../../../../publication';
import { businessTypeOf } from './self-service-types';

const MEMBERSHIP = 'api::membership.membership';

const WRITES = new Set(['create', 'update', 'delete', 'clone']);

const businessOf = async (strapi: Core.Strapi, documentId: string | undefined): Promise<string[]> => {
  if (!documentId) return [];
  const row = (await strapi.db
    .query(MEMBERSHIP)
    .findOne({ select: ['business'], where: { documentId } })) as {
    business: string;
  } | null;
  return row ? [row.business] : [];
};

/**
 * Whether somebody manages a business decides whether it may leave by the feed (src/listing/domain/is-syndicated.ts):
 * who follows public changes is told when a membership begins or ends.
 */
export function followMemberships(strapi: Core.Strapi): void {
  useOnDocuments(strapi, ({ action, uid, params }, next) => {
    if (uid !== MEMBERSHIP || !WRITES.has(action)) return next();
    return inTransaction(strapi, async () => {
      const before = await businessOf(strapi, params.documentId);
      const result = await next();
      const { documentId = params.documentId } = (result ?? {}) as { documentId?: string };
      const businesses = new Set([...before, ...(await businessOf(strapi, documentId))]);
      const type = businessTypeOf(strapi).uid;
      await touchPublic(
        strapi,
        [...businesses].map((business) => ({ type, documentId: business })),
      );
      return result;
    });
  });
}
