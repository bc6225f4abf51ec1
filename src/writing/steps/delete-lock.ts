import type { Core } from '@strapi/strapi';
import type { Reason } from '../../domain/messages';
import { refused } from '../../platform/refusals/refusal';
import { listingTypes } from '../../listing/listing-types';
import { everPublic } from '../../publication/ever-public';
import { hasDrafts, isContent, type Model } from '../../platform/strapi/schema';
import { originOf } from '../origin';
import type { DocumentCall, Step } from '../step';

/** What to do instead depends on type and person: archive, unpublish, or ask an editor. */
const reasonFor = (strapi: Core.Strapi, model: Model): Reason => {
  if (listingTypes(strapi).moderated.has(model.uid)) return 'delete-archive-instead';
  return hasDrafts(model) ? 'delete-unpublish-instead' : 'delete-was-public';
};

/** @throws Refusal (403) */
async function assertDeletable(strapi: Core.Strapi, call: DocumentCall): Promise<void> {
  const { documentId } = call.params;
  const { kind, isSuperAdmin } = originOf(strapi);
  if (!documentId || kind !== 'editor' || isSuperAdmin) return;
  if (!(await everPublic(strapi, call.uid, [documentId])).has(documentId)) return;
  throw refused(reasonFor(strapi, call.contentType), ['entry']);
}

/**
 * What the public has seen is not deleted: its addresses are known, portals and search engines have it, and a deletion
 * cannot be undone. Editors unpublish or archive it instead; a super admin may delete it (docs/adr/0046). This also
 * applies to a single locale.
 */
export const deleteLock: Step = {
  name: 'delete-lock',
  appliesTo: (_strapi, { uid, action }) => isContent(uid) && action === 'delete',
  before: assertDeletable,
};
