import type { Core } from '@strapi/strapi';
import { languageFor } from '#src/languages/language';
import { addPerson } from '#src/platform/people/people';
import { holdUntilCommit } from '#src/platform/sql/advisory-locks';
import type { Sql } from '#src/platform/sql/sql';
import type { IntakeItem, NewIntake } from '../contract';
import { refuse } from '../services/refuse';
import { cityDay } from '#src/city/city-day';
import { daysAfter } from '#src/domain/calendar-days';
import { dueOn } from './domain/days';
import { kindNamed } from './kinds';
import { queueReceipt } from './receipt-mail';
import { itemsIn } from './items';
import * as SQL from './store.sql';

// What is not decided in a year is not any more; a decision sets another day.
const PERSON_DAYS = 365;

// What is about no entry has nothing in common: few people, or one in an afternoon, must not keep the others from it.
const ABOUT_NO_ENTRY = 500;

/** See `IntakeService.take`. */
export async function take(strapi: Core.Strapi, sql: Sql, item: NewIntake): Promise<IntakeItem> {
  const kind = kindNamed(strapi, item.kind);
  const today = await cityDay(strapi, new Date());
  await assertMore(sql, item, kind.openAtMost);
  const locale = languageFor(item.language);
  const personId = item.person
    ? await addPerson(sql, {
        ...item.person,
        locale,
        purpose: 'notice',
        deleteAfter: daysAfter(today, PERSON_DAYS),
      })
    : (item.personId ?? null);
  const [taken] = await itemsIn(sql, SQL.TAKE_SQL, {
    kind: item.kind,
    year: Number(today.slice(0, 4)),
    contentType: item.contentType ?? null,
    documentId: item.documentId ?? null,
    title: item.title ?? null,
    url: item.url ?? null,
    personId,
    accountId: item.accountId ?? null,
    language: item.language ?? null,
    message: item.message,
    fields: JSON.stringify(item.fields ?? {}),
    against: item.against ?? null,
    dueOn: dueOn(today, kind.due),
  });
  if (!taken) throw new Error('PostgreSQL returned no row for an intake.');
  if (personId) await queueReceipt(strapi, taken.id);
  return taken;
}

async function assertMore(
  sql: Sql,
  { kind, documentId = null }: NewIntake,
  openAtMost: number,
): Promise<void> {
  await holdUntilCommit(sql, `intake:${kind}:${documentId ?? ''}`);
  const [open] = await sql<{ total: number }>(SQL.OPEN_ABOUT_SQL, { kind, documentId });
  const most = documentId === null ? Math.max(openAtMost, ABOUT_NO_ENTRY) : openAtMost;
  if ((open?.total ?? 0) >= most) throw refuse('reported-enough');
}
