import type { Core, UID } from '@strapi/strapi';
import type { ContentType, GetModel, Model } from './schema';

/**
 * The schema of a content type or component as the running instance has it. Strapi's own type of it differs with the uid.
 *
 * @param uid of one that exists
 */
export const modelOf = (strapi: Core.Strapi, uid: string): Model =>
  strapi.getModel(uid as UID.Schema) as unknown as Model;

/** The same, to be handed to walks over schemas. */
export const modelGetter =
  (strapi: Core.Strapi): GetModel =>
  (uid) =>
    modelOf(strapi, uid);

/** Every content type, those of plugins too. */
export const contentTypesOf = (strapi: Core.Strapi): ContentType[] =>
  Object.values(strapi.contentTypes) as ContentType[];

/** Every component. */
export const componentsOf = (strapi: Core.Strapi): Model[] => Object.values(strapi.components) as Model[];

/** One content type; `undefined` where there is none of that uid. */
export const contentTypeNamed = (strapi: Core.Strapi, uid: string): ContentType | undefined =>
  Object.hasOwn(strapi.contentTypes, uid) ? (modelOf(strapi, uid) as ContentType) : undefined;
