import type { Core } from '@strapi/strapi';
import { dayIn } from '../../domain/period';
import type { Boundary } from '../../listing/domain/listing-type';
import { listingTypes } from '../../listing/listing-types';
import { cityTimeZone } from '../../city/known-city';
import { inTransaction } from '../../platform/sql/sql';
import type { DocumentName } from '../domain/document-set';
import { columnOf, tableOf } from '../../platform/strapi/tables';

const CONDITIONS: Readonly<Record<Boundary['kind'], (column: string) => string>> = {
  moment: (column) => `(${column} > :from and ${column} <= :to)`,
  // Public on the day of `from`, but no longer on that of `to`.
  'last-day': (column) => `(${column} >= :fromDay and ${column} < :toDay)`,
  // Not yet on the day of `from`, but on that of `to`.
  'first-day': (column) => `(${column} > :fromDay and ${column} <= :toDay)`,
};

/** The published documents that changed with time alone after `from` and no later than `to`. */
export async function passedBetween(strapi: Core.Strapi, from: Date, to: Date): Promise<DocumentName[]> {
  const statements = [...listingTypes(strapi).public.values()]
    .filter(({ boundaries }) => boundaries.length > 0)
    .map(({ uid, boundaries }) => {
      const table = tableOf(strapi, uid);
      const conditions = boundaries.map(({ attribute, kind }) =>
        CONDITIONS[kind](columnOf(table, attribute)),
      );
      return `
        select '${uid}' as "type", document_id as "documentId" from "${table.tableName}"
         where published_at is not null and (${conditions.join(' or ')})`;
    });
  if (statements.length === 0) return [];
  const timeZone = await cityTimeZone(strapi);
  const [fromDay, toDay] = [dayIn(timeZone, from), dayIn(timeZone, to)];
  const values = { from, to, fromDay, toDay };
  return inTransaction(strapi, (sql) => sql<DocumentName>(statements.join(' union '), values));
}
