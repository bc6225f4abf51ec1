import type { Core } from '@strapi/strapi';
import { businessType, listingTypes } from '#src/listing/listing-types';
import { refusalsOf } from '#src/platform/mail/failures';
import { sqlOf } from '#src/platform/sql/sql';
import type { IntakeItem } from '../contract';
import type { QueuedIntake } from '../panel-contract';
import type { IntakeQuery } from '../validation/requests';
import { cityDay } from '#src/city/city-day';
import { allKinds, kindNamed } from './kinds';
import { decidedBeforeBy } from './objections';
import { recipientOf } from './recipient';
import { itemsIn } from './items';
import * as SQL from './store.sql';

const DAY = 86_400_000;

/** One page of what people told, for editors. */
export async function readIntakes(
  strapi: Core.Strapi,
  { state, kind, page, pageSize }: IntakeQuery,
  editorId: number,
): Promise<{ items: QueuedIntake[]; total: number }> {
  const sql = sqlOf(strapi);
  const asked = {
    state,
    kind: kind ?? null,
    urgent: allKinds(strapi).flatMap(({ isUrgent, name }) => (isUrgent ? [name] : [])),
    limit: pageSize,
    offset: (page - 1) * pageSize,
  };
  const rows = await itemsIn(sql, SQL.PAGE_SQL, asked);
  const [count] = await sql<{ total: number }>(SQL.COUNT_SQL, asked);
  const items: QueuedIntake[] = [];
  // One after the other: a page needs no more than one connection.
  for (const row of rows) items.push(await queued(strapi, row, editorId));
  return { items, total: count?.total ?? 0 };
}

/** One of them. */
export async function queued(strapi: Core.Strapi, item: IntakeItem, editorId: number): Promise<QueuedIntake> {
  const kind = kindNamed(strapi, item.kind);
  const isOpen = item.decision === null;
  const before = isOpen ? await decidedBeforeBy(sqlOf(strapi), item) : null;
  const { contentType, documentId, title, url, message, number, dueOn, decision, decisionReason } = item;
  return {
    id: item.id,
    kind: item.kind,
    number,
    isUrgent: kind.isUrgent === true,
    contentType,
    documentId,
    title: title ?? (await nameOf(strapi, item)),
    url,
    message,
    from: await senderOf(strapi, item),
    facts: isOpen ? ((await kind.facts?.(strapi, item)) ?? []) : [],
    createdAt: item.createdAt.toISOString(),
    dueOn,
    isLate: isOpen && dueOn < (await cityDay(strapi, new Date())),
    decisions: isOpen ? kind.decisions : [],
    isOwnDecision: before !== null && before === editorId,
    decision,
    decisionReason,
    decidedAt: item.decidedAt?.toISOString() ?? null,
    decidedBy: item.decidedByName,
  };
}

async function nameOf(strapi: Core.Strapi, { contentType, documentId }: IntakeItem): Promise<string | null> {
  if (contentType === null || documentId === null) return null;
  const field = listingTypes(strapi).all.get(contentType)?.name ?? businessType(strapi).name;
  const row = (await strapi.db
    .query(contentType)
    .findOne({ where: { documentId }, orderBy: { id: 'asc' } })) as Record<string, unknown> | null;
  const name = row?.[field];
  return typeof name === 'string' ? name : null;
}

async function senderOf(strapi: Core.Strapi, item: IntakeItem): Promise<QueuedIntake['from']> {
  const to = await recipientOf(strapi, item);
  const isAccount = item.accountId !== null;
  if (!to) return isAccount ? { isAccount, isGone: true, name: null, email: null, refusedMails: 0 } : null;
  const refused = (await refusalsOf(strapi, [to.email])).get(to.email) ?? 0;
  return { isAccount, isGone: false, name: to.name, email: to.email, refusedMails: refused };
}

/** How many are open by kind, and how many of them are late. */
export async function readWaitingIntake(
  strapi: Core.Strapi,
): Promise<{ byKind: Readonly<Record<string, number>>; late: number }> {
  const rows = await sqlOf(strapi)<{ kind: string; total: number; late: number }>(SQL.WAITING_SQL, {
    today: await cityDay(strapi, new Date()),
  });
  return {
    byKind: Object.fromEntries(rows.map(({ kind, total }) => [kind, total])),
    late: rows.reduce((sum, { late }) => sum + late, 0),
  };
}

// A mail with more is not read.
const REMINDED = 5;

/** Something that waits for an answer that the law wants within a month. */
interface LongOpen {
  readonly number: string;
  /** ISO date. */
  readonly dueOn: string;
}

/** What has been open for as long as its kind says that editors are to be reminded. */
export async function readLongOpen(strapi: Core.Strapi, now: Date): Promise<LongOpen[]> {
  const byDays = new Map<number, string[]>();
  for (const { name, remindAfterDays: days } of allKinds(strapi))
    if (days !== undefined) byDays.set(days, [...(byDays.get(days) ?? []), name]);
  const found: LongOpen[] = [];
  for (const [days, kinds] of byDays) {
    const since = new Date(now.getTime() - days * DAY);
    found.push(...(await sqlOf(strapi)<LongOpen>(SQL.LONG_OPEN_SQL, { kinds, since, limit: REMINDED })));
  }
  return found.sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1)).slice(0, REMINDED);
}
