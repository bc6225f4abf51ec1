import type { Core } from '@strapi/strapi';
import { inTransaction } from '#src/publication/index';
import type { ChosenEntry } from '../panel-contract';
import { refuse } from './refuse';
import { chosenEntries, named } from './take-down';
import { permissionChecker } from '#src/platform/strapi/content-manager';
import { documentsOf } from '#src/platform/strapi/documents';

interface Row {
  readonly documentId: string;
  readonly locale: string | null;
}

interface Deletion {
  readonly uid: string;
  readonly documentIds: readonly string[];
  /** The editor's permissions, from the state of Strapi's request. */
  readonly userAbility: unknown;
}

/** @throws Refusal `not-yours` if the editor may not delete one of the rows */
async function refuseUnlessTheirs(strapi: Core.Strapi, deletion: Deletion): Promise<void> {
  const { uid, documentIds, userAbility } = deletion;
  const { cannot } = permissionChecker(strapi, userAbility, uid);
  const rows = (await strapi.db
    .query(uid)
    .findMany({ where: { documentId: { $in: [...documentIds] } } })) as Row[];
  if (cannot.delete() || rows.some((row) => cannot.delete(row))) throw refuse('not-yours');
}

/**
 * Deletes documents of one type for good, in all their languages: all of them or none. Strapi's own bulk action deletes
 * only one language.
 * @returns those that existed
 * @throws Refusal `not-yours`; anything the document service refuses, such as deleting what the public has seen
 */
export function deleteChosen(strapi: Core.Strapi, deletion: Deletion): Promise<ChosenEntry[]> {
  const { uid, documentIds } = deletion;
  const documents = documentsOf(strapi, uid);
  return inTransaction(strapi, async () => {
    await refuseUnlessTheirs(strapi, deletion);
    const entries = await chosenEntries(strapi, uid, documentIds);
    for (const { documentId, title } of entries)
      await named(title, () => documents.delete({ documentId, locale: '*' }));
    return entries;
  });
}
