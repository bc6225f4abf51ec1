import type { Core } from '@strapi/strapi';
import { refused } from '../../platform/refusals/refusal';
import { askerOf } from '../../writing/origin';
import { WRITES, type DocumentCall, type Step } from '../../writing/step';
import { USER } from './user-uid';

async function assertOwn(strapi: Core.Strapi, { action, params }: DocumentCall): Promise<void> {
  const { kind, id } = askerOf(strapi);
  if (kind !== 'contributor') return;
  const { documentId = '' } = params;
  const isOwn =
    action === 'update' && (await strapi.db.query(USER).count({ where: { documentId, id } })) === 1;
  if (!isOwn) throw refused('not-found');
}

/** The second lock on accounts: whatever code path a contributor's request takes, it changes its own account alone. */
export const ownAccountOnly: Step = {
  name: 'own-account',
  appliesTo: (_strapi, { uid, action }) => uid === USER && WRITES.has(action),
  before: assertOwn,
};
