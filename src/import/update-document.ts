import type { Core } from '@strapi/strapi';
import { documents, publishAll, updateInBoth, type LocalizedData, type Uid } from './documents';

// What Strapi's own panel allows between the two when it calls a document unmodified.
const SAME_MOMENT_MS = 500;

type Publication = 'unpublished' | 'published' | 'modified';

const publicationIn = async (
  strapi: Core.Strapi,
  uid: Uid,
  documentId: string,
  locale: string,
): Promise<Publication> => {
  const find = (status: 'draft' | 'published') =>
    documents(strapi, uid).findOne({ documentId, status, locale });
  const [draft, published] = [await find('draft'), await find('published')];
  if (!published) return 'unpublished';
  const apart = Date.parse(draft?.updatedAt ?? '') - Date.parse(published.updatedAt);
  return Math.abs(apart) > SAME_MOMENT_MS ? 'modified' : 'published';
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

/** What was not done, and why; undefined where everything was. */
export type Reservation = 'stays-unpublished' | 'has-pending-changes' | undefined;

/**
 * Brings a change of the source into a document. It is published only where the public version and the draft were
 * the same before: a pending change of a contributor must not go public by an import, nor what an editor took down.
 */
export async function updateDocument(
  strapi: Core.Strapi,
  uid: Uid,
  documentId: string,
  data: LocalizedData,
): Promise<Reservation> {
  const publication = await publicationOf(strapi, uid, documentId);
  await updateInBoth(strapi, uid, documentId, data);
  if (publication === 'unpublished') return 'stays-unpublished';
  if (publication === 'modified') return 'has-pending-changes';
  await publishAll(strapi, uid, documentId);
  return undefined;
}
