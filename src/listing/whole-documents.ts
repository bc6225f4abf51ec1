import type { Core } from '@strapi/strapi';
import type { FoundRow, PersonalDocument } from '../platform/personal-data';
import { rowsOf } from '../platform/strapi/documents';
import { contentTypeNamed, modelGetter, modelOf } from '../platform/strapi/models';
import { mapEntry, ownAttributes, populateOf, type Attribute } from '../platform/strapi/schema';

// The picture itself is among the uploads.
const load = ({ type }: Attribute): object =>
  type === 'media' ? { select: ['name', 'url'] } : { select: ['documentId'] };

/** Documents for their own people: each draft and public version in each language, with what is not public either. */
export async function wholeDocuments(
  strapi: Core.Strapi,
  documents: readonly PersonalDocument[],
): Promise<FoundRow[]> {
  const distinct = new Map(documents.map((one) => [`${one.uid} ${one.documentId}`, one]));
  const getModel = modelGetter(strapi);
  const found: FoundRow[] = [];
  for (const { uid, documentId } of distinct.values()) {
    const model = modelOf(strapi, uid);
    const type = contentTypeNamed(strapi, uid)?.info.singularName ?? uid;
    const populate = populateOf(model, getModel, load, ownAttributes);
    for (const row of await rowsOf(strapi, uid, { documentId }, populate)) {
      const { locale, publishedAt } = row;
      const content = mapEntry(model, row, {
        shapeOf: getModel,
        names: (shape) => ownAttributes(shape).map(([name]) => name),
        visit: (value, attribute, within) =>
          attribute.type === 'component' || attribute.type === 'dynamiczone' ? within(value) : value,
      });
      const state = publishedAt === null ? 'draft' : 'public';
      found.push({ type, documentId, language: locale, state, ...content });
    }
  }
  return found;
}
