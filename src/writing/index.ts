import type { Core } from '@strapi/strapi';
import { assertNotArchived, lockFiles, lockLocales, unarchiveClone } from './steps/archive-lock';
import { checkPublish, checkPublishedWrite, checkWrite } from './steps/check-writes';
import { forgetCityOnChange } from '../city/known-city';
import { assertDeletable } from './steps/delete-lock';
import { rememberCutRelations, restoreRelations } from './steps/parted-relations';
import { assignSlug } from './steps/slugs';
import { fillNewLocale, syncFacts } from './steps/sync-facts';
import { useOnDocuments, type DocumentCall, type Next } from '../publication/document-middleware';
import { isContent } from '../platform/strapi/rows';

export { checkNewDocument, type LocalizedEntries } from './bulk/check-new-document';
export { registerDoubtsRoute } from './rules/doubts-route';
export { reconnectPublished } from './steps/parted-relations';
export { generateSlugs, nameIn } from './steps/slugs';

const WRITES = new Set(['create', 'update', 'clone', 'publish', 'unpublish', 'discardDraft', 'delete']);
const WRITES_DATA = new Set(['create', 'update', 'clone']);

const isWrite = ({ uid, action }: DocumentCall): boolean => isContent(uid) && WRITES.has(action);

/**
 * To be called in `bootstrap`: the rules for every write, on every path through the document service. They run in the
 * transaction that `src/publication` opens around it, so a write and what they add (slug, facts of other locales) stand
 * or fall together.
 */
export function registerRules(strapi: Core.Strapi): void {
  forgetCityOnChange(strapi);
  lockFiles(strapi);
  lockLocales(strapi);
  useOnDocuments(strapi, (call, next) => (isWrite(call) ? writeByRules(strapi, call, next) : next()));
}

async function writeByRules(strapi: Core.Strapi, call: DocumentCall, next: Next): Promise<unknown> {
  await assertNotArchived(strapi, call);
  await assertDeletable(strapi, call);
  if (WRITES_DATA.has(call.action)) await prepareData(strapi, call);
  if (call.action === 'publish') await checkPublish(strapi, call);
  await rememberCutRelations(strapi, call);
  const result = await next();
  const documentId = writtenDocument(result) ?? call.params.documentId;
  if (documentId === undefined) return result;
  if (WRITES_DATA.has(call.action) && call.params.status === 'published') {
    await checkPublishedWrite(strapi, call, documentId);
  }
  await syncFacts(strapi, call, documentId);
  await restoreRelations(strapi, call, entryIds(result), documentId);
  return result;
}

async function prepareData(strapi: Core.Strapi, call: DocumentCall): Promise<void> {
  unarchiveClone(call);
  await checkWrite(strapi, call);
  await fillNewLocale(strapi, call);
  await assignSlug(strapi, call);
}

// `clone` answers with the new document; the id among its parameters is the source's.
const writtenDocument = (result: unknown): string | undefined =>
  typeof result === 'object' &&
  result !== null &&
  'documentId' in result &&
  typeof result.documentId === 'string'
    ? result.documentId
    : undefined;

// `publish` answers with its entries, `create` and `update` with one.
const entryIds = (result: unknown): number[] => {
  const { entries, id } = (result ?? {}) as { entries?: { id: number }[]; id?: number };
  return entries?.map((entry) => entry.id) ?? (id === undefined ? [] : [id]);
};
