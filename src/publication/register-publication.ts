import type { Core } from '@strapi/strapi';
import { PUBLIC_TYPES } from '../domain/content-api-access';
import { useOnDocuments } from './document-middleware';
import { inTransaction } from './in-transaction';
import { observe } from './observe';
import { prepareListeners } from './public-change';

const WRITES: ReadonlySet<string> = new Set([
  'create',
  'update',
  'publish',
  'unpublish',
  'delete',
  'discardDraft',
  'clone',
]);

// These make a document; `documentId` in their parameters is absent or that of the source.
const MAKES: ReadonlySet<string> = new Set(['create', 'clone']);

interface Written {
  documentId?: string;
}

/** Whether a content type has a public side: it can be published, or is public as it is. */
const hasPublicSide = (uid: string, options: { draftAndPublish?: boolean } | undefined): boolean =>
  uid.startsWith('api::') &&
  (options?.draftAndPublish === true || (PUBLIC_TYPES as readonly string[]).includes(uid));

/**
 * Puts every write of a content type into one transaction and announces what it changed for the public. To be called
 * first of all in `register()`: other middlewares may await something, this one must be entered before they do.
 */
export function registerPublication(strapi: Core.Strapi): void {
  prepareListeners(strapi);
  useOnDocuments(strapi, ({ action, uid, contentType, params }, next) => {
    if (!WRITES.has(action) || !uid.startsWith('api::')) return next();
    if (!hasPublicSide(uid, contentType.options)) return inTransaction(strapi, next);
    return observe(strapi, {
      uid,
      documentId: MAKES.has(action) ? undefined : params.documentId,
      write: next,
      idOf: (result) => (result as Written | null)?.documentId,
    });
  });
}
