import type { Core } from '@strapi/strapi';
import { businessTypeOf } from './self-service-types';

/** The name of a business for a mail: of its draft, in any language. */
export async function businessName(strapi: Core.Strapi, documentId: string): Promise<string> {
  const row = (await strapi.db
    .query(businessTypeOf(strapi).uid)
    .findOne({ where: { documentId }, orderBy: { id: 'asc' } })) as {
    name?: string;
  } | null;
  return row?.name ?? documentId;
}
