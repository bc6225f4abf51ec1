import type { Core } from '@strapi/strapi';
import { checkNewDocument, type LocalizedEntries } from './check-new-document';
import { withDefaults } from './with-defaults';
import { newDocumentId } from '../../platform/strapi/tables';

/** A document that does not exist yet and has passed every rule. */
export interface NewDocument {
  readonly documentId: string;
  /** What is to be stored, by locale, the leading one first. */
  readonly entries: LocalizedEntries;
}

/**
 * Checks a document that is to be created and published. Nothing is written.
 * @throws Refusal (400), the same that creating and publishing it would throw
 */
export async function newDocument(
  strapi: Core.Strapi,
  uid: string,
  given: LocalizedEntries,
): Promise<NewDocument> {
  const checked = await checkNewDocument(strapi, uid, given);
  const entries: Record<string, Record<string, unknown>> = {};
  for (const [locale, entry] of Object.entries(checked))
    entries[locale] = await withDefaults(strapi, uid, entry, locale);
  return { documentId: newDocumentId(strapi, uid), entries };
}
