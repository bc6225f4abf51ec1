import type { Core } from '@strapi/strapi';
import { publicFilters } from '../../domain/public-rule';
import { cityTimeZone } from '../../city/known-city';
import type { PublicType } from '../../listing/domain/listing-type';
import { isPublicType, publicRule } from '../../listing/listing-types';
import { documentsOf, rowsOf } from '../../platform/strapi/documents';
import { modelGetter, modelOf } from '../../platform/strapi/models';
import {
  entriesIn,
  ownAttributes,
  populateOf,
  type Attribute,
  type Entry,
} from '../../platform/strapi/schema';

const NONE = undefined;

type Relation = readonly [name: string, attribute: Attribute];

/** The relations that the public sees of a type, from its own side. */
const relationsOf = (strapi: Core.Strapi, uid: string): Relation[] =>
  ownAttributes(modelOf(strapi, uid)).filter(
    ([, { type, target = '', private: isPrivate }]) =>
      type === 'relation' && !isPrivate && isPublicType(strapi, target),
  );

/**
 * A relation of a draft leads to drafts; the token is for one document only, so what belongs to it is shown as the public
 * sees it.
 */
async function asPublic(
  strapi: Core.Strapi,
  [name, { target = '' }]: Relation,
  draft: Entry,
  { locale, now }: { locale: string; now: Date },
): Promise<unknown> {
  const ids = entriesIn(draft[name]).map(({ documentId }) => documentId);
  if (ids.length === 0) return Array.isArray(draft[name]) ? [] : null;
  const rule = publicFilters(publicRule(strapi, target), now, await cityTimeZone(strapi));
  const found = await documentsOf<Entry>(strapi, target).findMany({
    status: 'published',
    locale,
    filters: { $and: [{ documentId: { $in: ids } }, rule] },
  });
  const inOrder = ids.flatMap((id) => found.filter(({ documentId }) => documentId === id));
  return Array.isArray(draft[name]) ? inOrder : (inOrder[0] ?? null);
}

/**
 * A draft in one language, in the form of `GET /api/businesses/:documentId?populate=*` with its files: nothing private,
 * and of other documents only what is public.
 * @returns `undefined` where there is no such draft
 */
export async function previewedDraft(
  strapi: Core.Strapi,
  { uid }: PublicType,
  asked: { documentId: string; locale: string; now: Date },
): Promise<Entry | undefined> {
  const { documentId, locale } = asked;
  const model = modelOf(strapi, uid);
  const relations = relationsOf(strapi, uid);
  const populate = {
    ...populateOf(model, modelGetter(strapi), ({ type }) => (type === 'media' ? true : NONE), ownAttributes),
    ...Object.fromEntries(relations.map(([name]) => [name, { select: ['id', 'documentId'] }])),
  };
  const [draft] = await rowsOf(strapi, uid, { documentId, locale, publishedAt: { $null: true } }, populate);
  if (!draft) return undefined;
  const shown: Entry = { ...draft };
  for (const relation of relations) shown[relation[0]] = await asPublic(strapi, relation, draft, asked);
  return (await strapi.contentAPI.sanitize.output(shown, model as never)) as Entry;
}
