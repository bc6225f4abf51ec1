import type { Core } from '@strapi/strapi';
import { isSameContent } from '../writing/rules/same-content';
import { rowsOf } from '../platform/strapi/documents';
import { modelGetter } from '../platform/strapi/models';
import { deepPopulate } from '../platform/strapi/schema';
import { publishAll, updateInBoth, type LocalizedData, type Uid } from './documents';

type Publication = 'unpublished' | 'published' | 'modified';

const publicationIn = async (
  strapi: Core.Strapi,
  uid: Uid,
  documentId: string,
  locale: string,
): Promise<Publication> => {
  const getModel = modelGetter(strapi);
  const model = getModel(uid);
  const populate = deepPopulate(model, getModel);
  const rows = await rowsOf(strapi, uid, { documentId, locale }, populate);
  const published = rows.find(({ publishedAt }) => publishedAt);
  const draft = rows.find(({ publishedAt }) => !publishedAt);
  if (!published) return 'unpublished';
  return draft && isSameContent(model, getModel, draft, published) ? 'published' : 'modified';
};

// Both languages are published together, so a pending change in one of them holds both back.
const publicationOf = async (strapi: Core.Strapi, uid: Uid, documentId: string): Promise<Publication> => {
  const [de, en] = [
    await publicationIn(strapi, uid, documentId, 'de'),
    await publicationIn(strapi, uid, documentId, 'en'),
  ];
  if (de === 'unpublished') return 'unpublished';
  return de === 'modified' || en === 'modified' ? 'modified' : 'published';
};

/** Why a change was not published; undefined if it was. */
export type Caveat = 'stays-unpublished' | 'has-pending-changes' | undefined;

/**
 * Applies a change of the source to a document. It is published only if the public version and the draft were the same
 * before: an import must not publish a contributor's pending change, nor what an editor took down.
 */
export async function updateDocument(
  strapi: Core.Strapi,
  uid: Uid,
  documentId: string,
  data: LocalizedData,
): Promise<Caveat> {
  const publication = await publicationOf(strapi, uid, documentId);
  await updateInBoth(strapi, uid, documentId, data);
  if (publication === 'unpublished') return 'stays-unpublished';
  if (publication === 'modified') return 'has-pending-changes';
  await publishAll(strapi, uid, documentId);
  return undefined;
}
