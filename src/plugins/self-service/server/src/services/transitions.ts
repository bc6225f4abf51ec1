import { assertNothing, refused } from '#src/platform/refusals/refusal';
import type { Core } from '@strapi/strapi';
import { listingTypes } from '#src/listing/listing-types';
import { inTransaction } from '#src/platform/sql/sql';
import type { DocumentState } from '#src/plugins/moderation/server/src/contract';
import type { Actor } from '../domain/actor';
import { SUBMISSIONS_A_DAY } from '../domain/ceilings';
import type { SelfServiceType } from '#src/listing/domain/listing-type';
import { assertEligible, missingIn } from './admission';
import { withinToday } from './ceilings';
import { draftsOf, type Draft } from './drafts';
import { FORGET_SQL } from './invitations.sql';
import { forgetManagers } from './memberships';
import { asContributor, moderationOf } from './moderation';
import { assertMine } from './my-documents';
import { queueReceipt } from './receipt-mail';

/** What a contributor may do with a document other than edit it. */
export const CONTRIBUTOR_ACTIONS = ['submit', 'withdraw', 'discard', 'archive'] as const;
export type ContributorAction = (typeof CONTRIBUTOR_ACTIONS)[number];

interface Step {
  documentId: string;
  action: ContributorAction;
}

async function assertSubmittable(
  strapi: Core.Strapi,
  type: SelfServiceType,
  drafts: readonly Draft[],
): Promise<void> {
  const [first] = drafts;
  if (!first) throw refused('not-found');
  await assertEligible(strapi, type, first);
  assertNothing(missingIn(strapi, type, drafts));
}

const exists = async (strapi: Core.Strapi, type: SelfServiceType, documentId: string): Promise<boolean> =>
  (await strapi.db.query(type.uid).count({ where: { documentId } })) > 0;

/**
 * Takes one step of the state table. A submission that the city does not admit or that is incomplete is refused; an
 * accepted one is confirmed by mail, if and only if the step is committed.
 * @returns the new state of the document; `null` if it is gone
 */
export const takeStep = (
  strapi: Core.Strapi,
  type: SelfServiceType,
  actor: Actor,
  step: Step,
): Promise<DocumentState | null> => {
  const take = () => takeOne(strapi, type, actor, step);
  if (step.action !== 'submit') return take();
  return withinToday(strapi, { rule: SUBMISSIONS_A_DAY, reason: 'submissions-today', actor }, take);
};

async function takeOne(
  strapi: Core.Strapi,
  type: SelfServiceType,
  actor: Actor,
  { documentId, action }: Step,
): Promise<DocumentState | null> {
  return inTransaction(strapi, async () => {
    await assertMine(strapi, type, documentId, actor);
    const drafts = action === 'submit' ? await draftsOf(strapi, type, documentId) : [];
    const moderation = moderationOf(strapi);
    // Discarding a document that was never public removes it.
    if (action === 'discard' && !type.business) {
      const { publication } = await moderation.stateOf(type.uid, documentId);
      if (publication === 'none') await removeDependents(strapi, actor, documentId);
    }
    // The state is checked first: someone who may not submit now need not learn what is missing.
    const state = await moderation.perform({
      uid: type.uid,
      documentId,
      action,
      actor: asContributor(actor),
    });
    if (action === 'submit') {
      await assertSubmittable(strapi, type, drafts);
      await queueReceipt(strapi, { documentId, userId: actor.id });
    }
    if (await exists(strapi, type, documentId)) return state;
    await forgetBusiness(strapi, type, documentId);
    return null;
  });
}

/** Removes everything that depends on a business that was never public. */
async function forgetBusiness(strapi: Core.Strapi, type: SelfServiceType, documentId: string): Promise<void> {
  if (type.business) return;
  await inTransaction(strapi, async (sql) => {
    await forgetManagers(strapi, documentId);
    await sql(FORGET_SQL, { business: documentId });
  });
}

/** The documents of other types that belong to a business. */
async function dependentsOf(
  strapi: Core.Strapi,
  business: string,
): Promise<{ type: SelfServiceType; documentId: string }[]> {
  const found = await Promise.all(
    [...listingTypes(strapi).selfService.values()].map(async (type) => {
      if (!type.business) return [];
      const rows = (await strapi.db.query(type.uid).findMany({
        where: { [type.business]: { documentId: business } },
        select: ['documentId'],
      })) as { documentId: string }[];
      return [...new Set(rows.map(({ documentId }) => documentId))].map((documentId) => ({
        type,
        documentId,
      }));
    }),
  );
  return found.flat();
}

/** Removes the drafts of offers and the like when their business is removed. */
async function removeDependents(strapi: Core.Strapi, actor: Actor, business: string): Promise<void> {
  const moderation = moderationOf(strapi);
  for (const { type, documentId } of await dependentsOf(strapi, business)) {
    const { publication } = await moderation.stateOf(type.uid, documentId);
    if (publication !== 'archived')
      await moderation.remove({ uid: type.uid, documentId, actor: asContributor(actor) });
  }
}

/**
 * A contributor's DELETE: removes what was never public, with everything belonging to it; archives anything else.
 * @returns the state of an archived document; `null` for a removed one
 */
export async function removeMine(
  strapi: Core.Strapi,
  type: SelfServiceType,
  actor: Actor,
  documentId: string,
): Promise<DocumentState | null> {
  return inTransaction(strapi, async () => {
    await assertMine(strapi, type, documentId, actor);
    const moderation = moderationOf(strapi);
    const { publication, submission } = await moderation.stateOf(type.uid, documentId);
    // The same decision as moderation makes below. Looked up before the removal, since afterwards nothing leads from
    // the business to its dependents.
    const goes = publication === 'none' && submission.state !== 'none';
    if (goes && !type.business) await removeDependents(strapi, actor, documentId);
    const { removed, state } = await moderation.remove({
      uid: type.uid,
      documentId,
      actor: asContributor(actor),
    });
    if (!removed) return state;
    await forgetBusiness(strapi, type, documentId);
    return null;
  });
}
