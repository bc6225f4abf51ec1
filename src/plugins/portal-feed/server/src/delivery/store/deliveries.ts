import type { Attempt, DeliveryItem, DeliveryQuery, DeliveryState } from '../../contract';
import type { Query } from './pool';

interface Row {
  id: string;
  portal: string;
  eventId: string;
  eventType: string;
  sequence: number | null;
  contentType: string | null;
  documentId: string | null;
  name: unknown;
  state: DeliveryState | 'sending';
  attempts: number;
  failures: number;
  createdAt: Date;
  lastAttemptAt: Date | null;
  nextAttemptAt: Date | null;
  deliveredAt: Date | null;
  status: number | null;
  duration: number | null;
  failure: DeliveryItem['failure'];
  total: number;
}

const COLUMNS = `d.id, d.portal_id as portal, d.message_id as "eventId", d.type as "eventType", d.seq as sequence,
  d.uid as "contentType", d.document_id as "documentId",
  coalesce(e.data->'listing'->'name', e.data->'listing'->'headline') as name, d.state, d.attempts, d.failures,
  d.created_at as "createdAt", d.last_attempt_at as "lastAttemptAt", d.next_attempt_at as "nextAttemptAt",
  d.delivered_at as "deliveredAt", d.status, d.duration, d.failure`;

// The name of a removed listing is in the previous event, if the log still has it.
const FROM = `stadtverbund.feed_delivery d left join stadtverbund.feed_event e on e.id = d.event_id`;

const STATES: Readonly<Record<NonNullable<DeliveryQuery['state']>, readonly Row['state'][]>> = {
  waiting: ['waiting', 'sending'],
  retrying: ['retrying', 'sending'],
  delivered: ['delivered'],
  failed: ['failed'],
  replaced: ['replaced'],
  cancelled: ['cancelled'],
  open: ['waiting', 'retrying', 'sending'],
  trouble: ['retrying', 'failed'],
};

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;

function titleOf(name: unknown): string | null {
  if (typeof name === 'string') return name;
  if (typeof name !== 'object' || name === null) return null;
  const texts = name as Readonly<Record<string, unknown>>;
  const text = texts.de ?? Object.values(texts)[0];
  return typeof text === 'string' ? text : null;
}

const shown = ({ name, total: _total, failures, state, ...row }: Row): DeliveryItem => ({
  ...row,
  title: titleOf(name),
  // In flight: show the state it had before.
  state: state === 'sending' ? (failures > 0 ? 'retrying' : 'waiting') : state,
  createdAt: row.createdAt.toISOString(),
  lastAttemptAt: iso(row.lastAttemptAt),
  nextAttemptAt: iso(row.nextAttemptAt),
  deliveredAt: iso(row.deliveredAt),
});

/** A page of deliveries, newest first. */
export async function listDeliveries(
  query: Query,
  { portal, state, page, pageSize }: DeliveryQuery,
): Promise<{ items: DeliveryItem[]; total: number }> {
  const states = state ? STATES[state] : null;
  const where = `d.portal_id = $1 and ($2::text[] is null or d.state = any($2))`;
  const [rows, count] = await Promise.all([
    query<Row>(
      `select ${COLUMNS} from ${FROM} where ${where} order by d.created_at desc, d.id limit $3 offset $4`,
      [portal, states, pageSize, (page - 1) * pageSize],
    ),
    query<{ total: number }>(`select count(*) as total from stadtverbund.feed_delivery d where ${where}`, [
      portal,
      states,
    ]),
  ]);
  return { items: rows.map(shown), total: count[0]?.total ?? 0 };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** One delivery; `null` if there is none. */
export async function deliveryById(query: Query, id: string): Promise<DeliveryItem | null> {
  if (!UUID.test(id)) return null;
  const [row] = await query<Row>(`select ${COLUMNS} from ${FROM} where d.id = $1`, [id]);
  return row ? shown(row) : null;
}

/** The delivery of a document's last event to a portal. */
export async function newestDelivery(
  query: Query,
  portal: string,
  documentId: string,
): Promise<DeliveryItem | null> {
  const [row] = await query<Row>(
    `select ${COLUMNS} from ${FROM} where d.portal_id = $1 and d.document_id = $2
     order by d.seq desc, d.created_at desc limit 1`,
    [portal, documentId],
  );
  return row ? shown(row) : null;
}

/** The requests of a delivery, newest first. */
export async function attemptsOf(query: Query, deliveryId: string): Promise<Attempt[]> {
  const rows = await query<Omit<Attempt, 'startedAt'> & { startedAt: Date }>(
    `select number, started_at as "startedAt", duration, status, failure, detail, excerpt
     from stadtverbund.feed_attempt where delivery_id = $1 order by number desc`,
    [deliveryId],
  );
  return rows.map((row) => ({ ...row, startedAt: row.startedAt.toISOString() }));
}
