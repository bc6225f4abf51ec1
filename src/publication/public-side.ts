import type { Core } from '@strapi/strapi';
import { PUBLIC_TYPES } from '../domain/content-api-access';

interface ContentType {
  readonly options?: { readonly draftAndPublish?: boolean };
}

/** Whether a content type has a public side: it can be published, or is public as it is. */
export function hasPublicSide(strapi: Core.Strapi, uid: string): boolean {
  if (!uid.startsWith('api::')) return false;
  const type = (strapi.contentTypes as unknown as Readonly<Record<string, ContentType>>)[uid];
  return type?.options?.draftAndPublish === true || (PUBLIC_TYPES as readonly string[]).includes(uid);
}
