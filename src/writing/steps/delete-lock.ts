import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { fieldLabel } from '../../domain/field-labels';
import { messageOf, type Reason } from '../../domain/messages';
import { everPublic } from '../../publication/ever-public';
import type { DocumentCall } from '../../publication/document-middleware';
import { actorOf, languageOf } from '../../rules/actor';
import type { Model } from '../../platform/strapi/schema';
import { hasDrafts } from '../../platform/strapi/rows';

interface Moderated {
  readonly pluginOptions?: { readonly moderation?: { readonly enabled?: boolean } };
}

/** The way out differs: to archive, to take back, or to ask. */
const reasonFor = (model: Model): Reason => {
  if ((model as Moderated).pluginOptions?.moderation?.enabled === true) return 'delete-archive-instead';
  return hasDrafts(model) ? 'delete-unpublish-instead' : 'delete-was-public';
};

/**
 * What the public has seen stays: its addresses are known, portals and search engines have it, and a deletion cannot be
 * undone. Editors take it back or archive it; a super admin may delete it (docs/adr/0046). It holds for one locale too.
 * @throws PolicyError (403)
 */
export async function assertDeletable(strapi: Core.Strapi, call: DocumentCall): Promise<void> {
  const { documentId } = call.params;
  if (call.action !== 'delete' || !documentId || actorOf(strapi) !== 'editor') return;
  if (!(await everPublic(strapi, call.uid, [documentId])).has(documentId)) return;
  const language = languageOf(strapi);
  const reason = reasonFor(call.contentType);
  // Strapi replaces the message of any other ForbiddenError by "Forbidden".
  throw new errors.PolicyError(messageOf(reason, language, fieldLabel(['entry'], language)), { reason });
}
