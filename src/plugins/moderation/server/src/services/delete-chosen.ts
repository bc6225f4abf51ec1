import type { Core, UID } from '@strapi/strapi';
import { inTransaction } from '#src/publication/index';
import type { ChosenEntry } from '../panel-contract';
import { refuse } from './refuse';
import { chosenEntries, named } from './take-down';

interface Row {
  readonly documentId: string;
  readonly locale: string | null;
}

interface Checkers {
  create(subject: { userAbility: unknown; model: string }): { cannot: { delete(row?: Row): boolean } };
}

interface Documents {
  delete(params: { documentId: string; locale: string }): Promise<unknown>;
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
  const checkers: Checkers = strapi.plugin('content-manager').service('permission-checker');
  const { cannot } = checkers.create({ userAbility, model: uid });
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
  const documents = strapi.documents(uid as UID.ContentType) as unknown as Documents;
  return inTransaction(strapi, async () => {
    await refuseUnlessTheirs(strapi, deletion);
    const entries = await chosenEntries(strapi, uid, documentIds);
    for (const { documentId, title } of entries)
      await named(title, () => documents.delete({ documentId, locale: '*' }));
    return entries;
  });
}
