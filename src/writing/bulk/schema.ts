import type { Core } from '@strapi/strapi';
import type { Attribute, Model } from '../../platform/strapi/schema';

/** How Strapi's query engine stores a link between two rows. */
export interface JoinTable {
  readonly name: string;
  readonly joinColumn: { readonly name: string };
  readonly inverseJoinColumn: { readonly name: string };
  readonly orderColumnName?: string;
  readonly inverseOrderColumnName?: string;
}

export const modelOf = (strapi: Core.Strapi, uid: string): Model =>
  strapi.getModel(uid as Parameters<Core.Strapi['getModel']>[0]) as unknown as Model;

/** The attributes of one kind that hold content. */
export const attributesOfType = (model: Model, type: string): [string, Attribute][] =>
  Object.entries(model.attributes).filter(([, attribute]) => attribute.type === type);

/** @throws if the attribute is stored in a way that the bulk path does not support */
export function joinTableOf(strapi: Core.Strapi, uid: string, name: string): JoinTable {
  const attribute = strapi.db.metadata.get(uid).attributes[name] as unknown as { joinTable?: JoinTable };
  const { joinTable } = attribute;
  if (!joinTable || joinTable.inverseOrderColumnName)
    throw new Error(
      `${uid}.${name} cannot be written in bulk: it is not a one-way relation with a join table.`,
    );
  return joinTable;
}

/** The content relations of a type, without those that Strapi maintains (creator, other locales). */
export const relationsOf = (model: Model): [string, Attribute][] =>
  attributesOfType(model, 'relation')
    .filter(([, { target }]) => target?.startsWith('api::') && target !== undefined)
    .filter(([name]) => name !== 'localizations');
