import type { Core } from '@strapi/strapi';

/** A row that the public sees. */
export interface PublicRow {
  readonly id: number;
  readonly locale: string | null;
  /** Milliseconds. A published row is replaced on publish, but a type without drafts is updated in place. */
  readonly updatedAt: number;
}

interface StoredRow {
  id: number;
  locale?: string | null;
  updatedAt: string | Date;
}

/** The public rows of a document, one per locale, as the running transaction sees them. */
export async function publicRows(
  strapi: Core.Strapi,
  uid: string,
  documentId: string | undefined,
): Promise<PublicRow[]> {
  if (!documentId) return [];
  const rows = (await strapi.db.query(uid).findMany({
    select: ['id', 'locale', 'updatedAt'],
    where: { documentId, publishedAt: { $notNull: true } },
    orderBy: { id: 'asc' },
  })) as StoredRow[];
  return rows.map(({ id, locale, updatedAt }) => ({
    id,
    locale: locale ?? null,
    updatedAt: new Date(updatedAt).getTime(),
  }));
}
