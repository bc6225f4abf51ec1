import type { Core } from '@strapi/strapi';
import { inTransaction } from '../platform/sql/sql';
import { openBatchPerTransaction } from './batch-per-transaction';
import { useOnDocuments } from './document-middleware';
import { prepareListeners } from './listeners';
import { observe } from './observe';
import { hasPublicSide } from './public-side';
import { prepareBatches } from './running-batches';

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
const CUTS: ReadonlySet<string> = new Set(['unpublish', 'delete']);

interface Written {
  documentId?: string;
}

/**
 * Puts every write of a content type into one transaction and announces what it changed for the public. To be called
 * first of all in `register()`: other middlewares may await something, this one must be entered before they do.
 */
export function registerPublication(strapi: Core.Strapi): void {
  prepareListeners(strapi);
  prepareBatches(strapi);
  openBatchPerTransaction(strapi);
  useOnDocuments(strapi, ({ action, uid, params }, next) => {
    if (!WRITES.has(action) || !uid.startsWith('api::')) return next();
    if (!hasPublicSide(strapi, uid)) return inTransaction(strapi, next);
    return observe(strapi, {
      uid,
      documentId: MAKES.has(action) ? undefined : params.documentId,
      cuts: CUTS.has(action),
      write: next,
      idOf: (result) => (result as Written | null)?.documentId,
    });
  });
}
