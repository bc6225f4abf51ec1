import type { Core } from '@strapi/strapi';
import { listingTypes, publicRule } from '#src/listing/listing-types';
import { dayIn } from '#src/domain/period';
import { inTransaction } from '#src/publication/index';
import { cityTimeZone } from '#src/city/known-city';
import type { DeskState } from '../domain/desk-state';

interface Row {
  document_id: string;
  kind: DeskState['kind'];
  day: string | null;
}

interface Table {
  readonly tableName: string;
  readonly attributes: Readonly<Record<string, { readonly columnName?: string }>>;
}

const MODERATED = `
  select document_id, case when publication in ('archived', 'suspended') then publication else 'submitted' end as kind,
    null as day
  from stadtverbund.submission
  where content_type = :uid and document_id = any(:ids)
    and (publication in ('archived', 'suspended') or state = 'submitted')`;

const archived = (table: string, column: string): string => `
  select document_id, 'archived' as kind, null as day from "${table}"
  where document_id = any(:ids) and ${column} is not null group by document_id`;

const waiting = (table: string, column: string): string => `
  select document_id, 'waiting' as kind, max(${column})::text as day from "${table}"
  where document_id = any(:ids) and published_at is not null and ${column} > :today group by document_id`;

/** What can be asked of a type; nothing for most. */
function statementsFor(strapi: Core.Strapi, uid: string): string[] {
  const { tableName, attributes } = strapi.db.metadata.get(uid) as unknown as Table;
  const day = attributes[publicRule(strapi, uid)?.from?.attribute ?? '']?.columnName;
  const archivedAt = attributes.archivedAt?.columnName;
  return [
    ...(listingTypes(strapi).moderated.has(uid) ? [MODERATED] : []),
    ...(archivedAt ? [archived(tableName, archivedAt)] : []),
    ...(day ? [waiting(tableName, day)] : []),
  ];
}

/** The states of many documents of one type, in one statement; most have none. What is archived is nothing else. */
export async function deskStates(
  strapi: Core.Strapi,
  uid: string,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, DeskState>> {
  const statements = documentIds.length > 0 && uid.startsWith('api::') ? statementsFor(strapi, uid) : [];
  if (statements.length === 0) return new Map();
  const today = dayIn(await cityTimeZone(strapi), new Date());
  const rows = await inTransaction(strapi, (sql) =>
    sql<Row>(statements.join(' union all '), { uid, ids: [...documentIds], today }),
  );
  const states = new Map<string, DeskState>();
  for (const { document_id, kind, day } of rows) {
    const known = states.get(document_id);
    if (known?.kind === 'archived') continue;
    states.set(document_id, kind === 'waiting' ? { kind, from: day ?? '' } : { kind });
  }
  return states;
}
