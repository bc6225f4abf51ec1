/** The parts of a schema's attribute that our code reads. */
export interface Attribute {
  type: string;
  component?: string;
  repeatable?: boolean;
  maxLength?: number;
  enum?: string[];
  relation?: string;
  target?: string;
  multiple?: boolean;
  inversedBy?: string;
  mappedBy?: string;
  private?: boolean;
  required?: boolean;
  pluginOptions?: { i18n?: { localized?: boolean } };
}

/** A content type or component. */
export interface Model {
  uid: string;
  modelType: 'contentType' | 'component';
  attributes: Record<string, Attribute>;
  options?: { draftAndPublish?: boolean };
  pluginOptions?: { i18n?: { localized?: boolean } };
}

export type GetModel = (uid: string) => Model;

export type Entry = Record<string, unknown>;

export const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** One entry or several, as in loaded components, media and relations. */
export const entriesIn = (value: unknown): Entry[] =>
  (Array.isArray(value) ? value : [value]).filter(isEntry);

export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

export const isLocalized = (holder: { pluginOptions?: Model['pluginOptions'] }): boolean =>
  holder.pluginOptions?.i18n?.localized === true;

// Strapi adds these to every type; they are not content.
const BUILT_IN = new Set([
  ...['id', 'documentId', 'locale', 'localizations', 'createdBy', 'updatedBy'],
  ...['createdAt', 'updatedAt', 'publishedAt', 'firstPublishedAt'],
]);

/** The attributes that hold content. */
export const contentAttributes = (model: Model): [string, Attribute][] =>
  Object.entries(model.attributes).filter(([name]) => !BUILT_IN.has(name));

type Populate = Record<string, true | { populate: Populate }>;

/** A `populate` that loads components at any depth, media and relations. */
export const deepPopulate = (model: Model, getModel: GetModel): Populate =>
  Object.fromEntries(
    contentAttributes(model)
      .filter(([, { type }]) => ['component', 'media', 'relation'].includes(type))
      .map(([name, attribute]) => [
        name,
        attribute.type === 'component' && attribute.component
          ? { populate: deepPopulate(getModel(attribute.component), getModel) }
          : true,
      ]),
  );
