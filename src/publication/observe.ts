import type { Core } from '@strapi/strapi';
import { inPublicationBatch } from './batch';

interface Observed<T> {
  readonly uid: string;
  /** Absent if the write creates a new document. */
  readonly documentId?: string | undefined;
  /** Whether the write may withdraw the document from the public. */
  readonly mayRemove?: boolean;
  readonly write: () => Promise<T>;
  /** The id of the written document, from the result. */
  readonly idOf: (result: T) => string | undefined;
}

/** Runs a write of one document in the batch of its transaction, which announces what it changed for the public. */
export function observe<T>(strapi: Core.Strapi, observed: Observed<T>): Promise<T> {
  const { uid: type, documentId, mayRemove = false, write, idOf } = observed;
  return inPublicationBatch(strapi, async (batch) => {
    if (documentId)
      await (mayRemove ? batch.watchRemoval({ type, documentId }) : batch.watch({ type, documentId }));
    const result = await write();
    const written = idOf(result);
    if (written) batch.created({ type, documentId: written });
    return result;
  });
}
