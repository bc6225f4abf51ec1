import { inTransaction, observe } from '../../publication';
import { isPublicType } from '../../listing/listing-types';
import { isContent } from '../../platform/strapi/schema';
import { WRITES, type Step } from '../step';

// These create a document; `documentId` in their parameters is absent or that of the source.
const MAKES: ReadonlySet<string> = new Set(['create', 'clone']);
const REMOVING: ReadonlySet<string> = new Set(['unpublish', 'delete']);

interface Made {
  documentId?: string;
}

/** Runs every write of content in one transaction and announces at its end what changed for the public. */
export const transaction: Step = {
  name: 'transaction',
  appliesTo: (_strapi, { uid, action }) => isContent(uid) && WRITES.has(action),
  around(strapi, { uid, action, params }, next) {
    if (!isPublicType(strapi, uid)) return inTransaction(strapi, next);
    return observe(strapi, {
      uid,
      documentId: MAKES.has(action) ? undefined : params.documentId,
      mayRemove: REMOVING.has(action),
      write: next,
      idOf: (result) => (result as Made | null)?.documentId,
    });
  },
};
