import type { Core } from '@strapi/strapi';
import { businessType } from '#src/listing/listing-types';
import { inTransaction, announceChanged } from '#src/publication/index';
import type { DocumentCall, Next, Step } from '#src/writing/step';

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

async function announcing(strapi: Core.Strapi, { params }: DocumentCall, next: Next): Promise<unknown> {
  const before = await businessOf(strapi, params.documentId);
  const result = await next();
  const { documentId = params.documentId } = (result ?? {}) as { documentId?: string };
  const businesses = new Set([...before, ...(await businessOf(strapi, documentId))]);
  const type = businessType(strapi).uid;
  await announceChanged(
    strapi,
    [...businesses].map((business) => ({ type, documentId: business })),
  );
  return result;
}

/**
 * Whether a business has a manager affects whether it may go out in the feed (src/listing/domain/is-syndicated.ts), so
 * the beginning or end of a membership is announced as a public change.
 */
export const memberships: Step = {
  name: 'memberships',
  appliesTo: (_strapi, { uid, action }) => uid === MEMBERSHIP && WRITES.has(action),
  around: (strapi, call, next) => inTransaction(strapi, () => announcing(strapi, call, next)),
};
