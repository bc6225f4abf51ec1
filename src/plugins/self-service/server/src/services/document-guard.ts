import type { Core } from '@strapi/strapi';
import { useOnDocuments, type DocumentCall } from '../../../../../publication';
import { refused } from '../refused';
import { mayTouch } from './access';
import { managesAll } from './memberships';
import { typeOfUid } from './self-service-types';

const WRITES = ['create', 'update', 'clone', 'delete', 'publish', 'unpublish', 'discardDraft'];

/** The contributor behind the present request; `undefined` for editors, imports and jobs. */
function contributorId(strapi: Core.Strapi): number | undefined {
  const state = strapi.requestContext.get()?.state as
    { auth?: { strategy?: { name?: string } }; user?: { id: number } } | undefined;
  return state?.auth?.strategy?.name === 'users-permissions' ? state.user?.id : undefined;
}

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

/**
 * The second lock on every listing: whatever code path a contributor's request takes, it writes only documents of
 * businesses that the account manages, and none of a type that has not joined self-service.
 */
export function guardDocuments(strapi: Core.Strapi): void {
  useOnDocuments(strapi, async ({ action, uid, params }, next) => {
    const accountId = contributorId(strapi);
    if (accountId === undefined || !WRITES.includes(action) || !uid.startsWith('api::')) return next();
    if (uid === 'api::membership.membership') return next();
    const type = typeOfUid(strapi, uid);
    const { documentId, data } = params;
    if (!type || action === 'clone') throw refused('not-found');
    if (action !== 'create' && !(documentId && (await mayTouch(strapi, type, documentId, accountId))))
      throw refused('not-found');
    if (type.businessAttribute) await assertOwnBusiness(strapi, accountId, type.businessAttribute, data);
    return next();
  });
}
