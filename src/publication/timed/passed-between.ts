import type { Core } from '@strapi/strapi';
import { dayIn } from '../../domain/period';
import { endsByDay, firstDayOf } from '../../domain/public-rule';
import { cityTimeZone } from '../../city/known-city';
import { inTransaction } from '../../platform/sql/sql';
import type { DocumentName } from '../domain/document-set';
import { hasPublicSide, publicType } from '../public-side';

// The moments at which the state of a campaign changes.
const MOMENTS = ['startsAt', 'endsAt'];

interface Column {
  readonly type: string;
  readonly columnName?: string;
}

const conditionsOf = (strapi: Core.Strapi, uid: string): string[] => {
  const attributes = strapi.db.metadata.get(uid).attributes as unknown as Record<string, Column>;
  const moments = MOMENTS.flatMap((name) => attributes[name]?.columnName ?? []).map(
    (column) => `(${column} > :from and ${column} <= :to)`,
  );
  const type = publicType(strapi, uid);
  const last = endsByDay(type) ? attributes.validThrough?.columnName : undefined;
  const first = attributes[firstDayOf(type) ?? '']?.columnName;
  return [
    ...moments,
    // Public on the day of `from`, not any more on that of `to`.
    ...(last ? [`(${last} >= :fromDay and ${last} < :toDay)`] : []),
    // Not yet on the day of `from`, but on that of `to`.
    ...(first ? [`(${first} > :fromDay and ${first} <= :toDay)`] : []),
  ];
};

/** The published documents that changed by time alone after `from` and not after `to`. */
export async function passedBetween(strapi: Core.Strapi, from: Date, to: Date): Promise<DocumentName[]> {
  const statements = Object.keys(strapi.contentTypes)
    .filter((uid) => hasPublicSide(strapi, uid))
    .map((uid) => ({ uid, conditions: conditionsOf(strapi, uid) }))
    .filter(({ conditions }) => conditions.length > 0)
    .map(
      ({ uid, conditions }) => `
        select '${uid}' as "type", document_id as "documentId" from "${strapi.db.metadata.get(uid).tableName}"
         where published_at is not null and (${conditions.join(' or ')})`,
    );
  const timeZone = await cityTimeZone(strapi);
  const [fromDay, toDay] = [dayIn(timeZone, from), dayIn(timeZone, to)];
  const values = { from, to, fromDay, toDay };
  return inTransaction(strapi, (sql) => sql<DocumentName>(statements.join(' union '), values));
}
