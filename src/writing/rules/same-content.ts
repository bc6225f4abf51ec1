import {
  entriesIn,
  isEmpty,
  mapEntry,
  ownAttributes,
  type Entry,
  type GetModel,
  type Model,
} from '../../platform/strapi/schema';

const contentOf = (model: Model, shapeOf: GetModel, row: Entry): Entry =>
  mapEntry(model, row, {
    shapeOf,
    names: (shape) => ownAttributes(shape).map(([name]) => name),
    visit: (value, { type }, within) => {
      if (isEmpty(value)) return null;
      if (type === 'relation') return entriesIn(value).map(({ documentId }) => documentId);
      return type === 'media' ? entriesIn(value).map(({ id }) => id) : within(value);
    },
  });

/**
 * Whether two rows of a type have the same content, whenever and by whom they were written: a draft that is only newer
 * than the public version is not a pending change, and one from the same second may be one.
 * @param one, other with components, media and relations (`deepPopulate`)
 */
export const isSameContent = (model: Model, getModel: GetModel, one: Entry, other: Entry): boolean =>
  JSON.stringify(contentOf(model, getModel, one)) === JSON.stringify(contentOf(model, getModel, other));
