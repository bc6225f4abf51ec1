import type { Core } from '@strapi/strapi';
import { listingTypes, publicRule } from '#src/listing/listing-types';
import { dayIn } from '#src/domain/period';
import type { Bound } from '#src/domain/public-rule';
import { inTransaction } from '#src/publication/index';
import { cityTimeZone } from '#src/city/known-city';
import type { DeskState } from '../domain/desk-state';
import type { SubmissionState } from '../domain/moderation-state';
import { WAITING_STATES } from '../domain/transitions';
import { columnOf, tableOf } from '#src/platform/strapi/tables';

interface Row {
  document_id: string;
  kind: DeskState['kind'];
  /** Set where a change waits. */
  state: SubmissionState;
  day: string | null;
  moment: Date | null;
}

const MODERATED = `
  select document_id, case when publication in ('archived', 'suspended') then publication else 'submitted' end as kind,
    state, null as day, null::timestamp as moment
  from stadtverbund.submission
  where content_type = :uid and document_id = any(:ids)
    and (publication in ('archived', 'suspended') or state = any(:waiting))`;

const archived = (table: string, column: string): string => `
  select document_id, 'archived' as kind, null as state, null as day, null::timestamp as moment from "${table}"
  where document_id = any(:ids) and ${column} is not null group by document_id`;

/** A moment is handed out as one: the database does not know the city's days. */
const waiting = (table: string, column: string, kind: Bound['kind']): string => {
  const [day, moment] =
    kind === 'day' ? [`max(${column})::text`, 'null::timestamp'] : ['null', `max(${column})`];
  return `
  select document_id, 'waiting' as kind, null as state, ${day} as day, ${moment} as moment from "${table}"
  where document_id = any(:ids) and published_at is not null and ${column} > ${kind === 'day' ? ':today' : ':now'}
  group by document_id`;
};

/** The statements that apply to a type; none for most. */
function statementsFor(strapi: Core.Strapi, uid: string): string[] {
  const table = tableOf(strapi, uid);
  const { from } = publicRule(strapi, uid) ?? {};
  return [
    ...(listingTypes(strapi).moderated.has(uid) ? [MODERATED] : []),
    ...('archivedAt' in table.attributes ? [archived(table.tableName, columnOf(table, 'archivedAt'))] : []),
    ...(from ? [waiting(table.tableName, columnOf(table, from.attribute), from.kind)] : []),
  ];
}

const deskStateOf = ({ kind, state, day, moment }: Row, timeZone: string): DeskState => {
  if (kind === 'waiting') return { kind, from: moment ? dayIn(timeZone, moment) : (day ?? '') };
  return kind === 'submitted' ? { kind, state } : { kind };
};

/**
 * The states of many documents of one type, in one statement; most have none. Archived takes precedence over all
 * others.
 */
export async function deskStates(
  strapi: Core.Strapi,
  uid: string,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, DeskState>> {
  const statements = documentIds.length > 0 && uid.startsWith('api::') ? statementsFor(strapi, uid) : [];
  if (statements.length === 0) return new Map();
  const now = new Date();
  const timeZone = await cityTimeZone(strapi);
  const rows = await inTransaction(strapi, (sql) =>
    sql<Row>(statements.join(' union all '), {
      uid,
      ids: [...documentIds],
      waiting: [...WAITING_STATES],
      now,
      today: dayIn(timeZone, now),
    }),
  );
  const states = new Map<string, DeskState>();
  for (const row of rows) {
    if (states.get(row.document_id)?.kind === 'archived') continue;
    states.set(row.document_id, deskStateOf(row, timeZone));
  }
  return states;
}
