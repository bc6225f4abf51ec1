import type { Core } from '@strapi/strapi';
import { businessType } from '#src/listing/listing-types';

/** The name of a business for a mail, from its draft in any language. */
export async function businessName(strapi: Core.Strapi, documentId: string): Promise<string> {
  const row = (await strapi.db
    .query(businessType(strapi).uid)
    .findOne({ where: { documentId }, orderBy: { id: 'asc' } })) as {
    name?: string;
  } | null;
  return row?.name ?? documentId;
}
