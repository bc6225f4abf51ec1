import {
  contentAttributes,
  entriesIn,
  isEmpty,
  type Attribute,
  type Entry,
  type GetModel,
  type Model,
} from '../../platform/strapi/schema';

function contentOf(attribute: Attribute, value: unknown, getModel: GetModel): unknown {
  if (isEmpty(value)) return null;
  if (attribute.type === 'relation') return entriesIn(value).map(({ documentId }) => documentId);
  if (attribute.type === 'media') return entriesIn(value).map(({ id }) => id);
  if (attribute.type !== 'component') return value;
  const inner = getModel(attribute.component ?? '');
  return entriesIn(value).map((row) => contentsOf(inner, row, getModel));
}

const contentsOf = (model: Model, row: Entry, getModel: GetModel): unknown[] =>
  contentAttributes(model)
    .filter(([, { mappedBy }]) => mappedBy === undefined)
    .map(([name, attribute]) => contentOf(attribute, row[name], getModel));

/**
 * Whether two rows of a type have the same content, whenever and by whom they were written: a draft that is only newer
 * than the public version is not a pending change, and one from the same second may be one.
 * @param one, other with components, media and relations (`deepPopulate`)
 */
export const isSameContent = (model: Model, getModel: GetModel, one: Entry, other: Entry): boolean =>
  JSON.stringify(contentsOf(model, one, getModel)) === JSON.stringify(contentsOf(model, other, getModel));
