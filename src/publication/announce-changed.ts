import type { Core } from '@strapi/strapi';
import { inPublicationBatch } from './batch';
import type { DocumentName } from './domain/document-set';

/**
 * Announces documents, and what shows them, whose public side may have changed by something outside the document
 * service: time, SQL, a file. Joins the surrounding transaction.
 */
export async function announceChanged(strapi: Core.Strapi, documents: Iterable<DocumentName>): Promise<void> {
  await inPublicationBatch(strapi, (batch) => {
    batch.touch(documents);
    return Promise.resolve();
  });
}
