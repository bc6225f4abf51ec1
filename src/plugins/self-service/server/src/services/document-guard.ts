import type { Core } from '@strapi/strapi';
import { listingTypes } from '#src/listing/listing-types';
import { isContent } from '#src/platform/strapi/schema';
import { askerOf } from '#src/writing/origin';
import { WRITES, type DocumentCall, type Step } from '#src/writing/step';
import { refused } from '#src/platform/refusals/refusal';
import { mayTouch } from './access';
import { managesAll } from './memberships';

const MEMBERSHIP = 'api::membership.membership';

async function assertOwnBusiness(
  strapi: Core.Strapi,
  accountId: number,
  attribute: string,
  data: DocumentCall['params']['data'],
) {
  const named = data?.[attribute];
  if (named === undefined) return;
  if (typeof named !== 'string' || !(await managesAll(strapi, accountId, [named])))
    throw refused('business-not-managed', [attribute]);
}

async function assertOwn(strapi: Core.Strapi, { uid, action, params }: DocumentCall): Promise<void> {
  const { kind, id: accountId } = askerOf(strapi);
  if (kind !== 'contributor' || accountId === null) return;
  const type = listingTypes(strapi).selfService.get(uid);
  const { documentId, data } = params;
  if (!type || action === 'clone') throw refused('not-found');
  if (action !== 'create' && !(documentId && (await mayTouch(strapi, type, documentId, accountId))))
    throw refused('not-found');
  if (type.business) await assertOwnBusiness(strapi, accountId, type.business, data);
}

/**
 * The second lock on every listing: whatever code path a contributor's request takes, and whatever origin that code
 * sets, it writes only documents of businesses that the account manages, and only of types in self-service.
 */
export const contributor: Step = {
  name: 'contributor',
  appliesTo: (_strapi, { uid, action }) => isContent(uid) && uid !== MEMBERSHIP && WRITES.has(action),
  before: assertOwn,
};
