import type { Core } from '@strapi/strapi';
import { PUBLIC_TYPES } from '../domain/content-api-access';
import type { PublicType } from '../domain/public-rule';

/** A content type, for the rule of what is public. */
export const publicType = (strapi: Core.Strapi, uid: string): PublicType =>
  (strapi.contentTypes as unknown as Readonly<Record<string, PublicType>>)[uid] ?? { uid, attributes: {} };

/** Whether a content type has a public side: it can be published, or is public as it is. */
export function hasPublicSide(strapi: Core.Strapi, uid: string): boolean {
  if (!uid.startsWith('api::')) return false;
  const { options, pluginOptions } = publicType(strapi, uid);
  const isListing = Boolean(pluginOptions?.feed) || Boolean(pluginOptions?.directory);
  return options?.draftAndPublish === true || isListing || (PUBLIC_TYPES as readonly string[]).includes(uid);
}
