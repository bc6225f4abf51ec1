import type { Core } from '@strapi/strapi';
import { DocumentSet, idsByType, type DocumentName } from '../domain/document-set';
import { shownBy } from './shown-by';

/**
 * Everything whose public version shows one of the documents, directly or through others: for a category, the
 * businesses in it and in those below it, their offers and campaigns. Derived from the relations in the schemas.
 * @returns nearest first, without the documents themselves
 */
export async function dependentsOf(
  strapi: Core.Strapi,
  documents: readonly DocumentName[],
): Promise<DocumentName[]> {
  const all = new DocumentSet(documents);
  const dependents: DocumentName[] = [];
  let step: readonly DocumentName[] = documents;
  while (step.length > 0) {
    const next: DocumentName[] = [];
    for (const [type, ids] of idsByType(step)) next.push(...(await shownBy(strapi, type, ids)));
    step = all.addAll(next);
    dependents.push(...step);
  }
  return dependents;
}
