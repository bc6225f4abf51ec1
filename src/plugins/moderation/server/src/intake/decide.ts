import type { Core } from '@strapi/strapi';
import { queueMail } from '#src/platform/mail/mail-queue';
import { readPerson } from '#src/platform/people/people';
import { refused } from '#src/platform/refusals/refusal';
import { inTransaction, type Sql } from '#src/platform/sql/sql';
import type { Actor, IntakeItem, Statement } from '../contract';
import { refuse } from '../services/refuse';
import { cityDay } from '#src/city/city-day';
import { daysAfter, monthsAfter } from '#src/domain/calendar-days';
import { decideIntake } from './domain/decide';
import { OBJECTION_MONTHS } from './domain/kinds';
import { DECISION_MAIL } from './decision-mail';
import { kindNamed } from './kinds';
import { decidedBeforeBy } from './objections';
import { itemsIn } from './items';
import * as SQL from './store.sql';

// Time for questions of those who told it.
const PERSON_DAYS = 90;
// An objection on the last day is decided, too.
const OBJECTION_MORE_MONTHS = 2;

interface Decide {
  readonly id: string;
  readonly decision: string;
  readonly reason: string;
  readonly statement?: Statement | undefined;
  readonly editor: Actor & { readonly id: number; readonly name: string };
  readonly now: Date;
}

const FIELD = { 'intake-decision': ['decision'], 'intake-reason': ['reason'] } as const;

/**
 * Decides something open, once: the row, what the decision does, and its mail, in one transaction.
 * @throws Refusal `not-found`, `intake-decided`, `intake-decision`, `intake-reason`, `four-eyes`,
 * `statement-names-notifier`, and those of what is carried out
 */
export function decideItem(strapi: Core.Strapi, asked: Decide): Promise<IntakeItem> {
  const { id, reason, statement, editor, now } = asked;
  return inTransaction(strapi, async (sql) => {
    const [item] = await itemsIn(sql, SQL.LOCK_SQL, { id });
    if (!item) throw refuse('not-found');
    const kind = kindNamed(strapi, item.kind);
    const may = decideIntake({
      isDecided: item.decision !== null,
      decisions: kind.decisions,
      decision: asked.decision,
      reason,
      editor: editor.id,
      decidedBefore: await decidedBeforeBy(sql, item),
    });
    if (!may.ok)
      throw refused(may.reason, may.reason in FIELD ? FIELD[may.reason as keyof typeof FIELD] : []);
    if (statement) await assertTellsNobody(sql, item, statement);
    const { decision } = may;
    await kind.carryOut?.(strapi, sql, { item, decision, editor, now, statement });
    const [decided] = await itemsIn(sql, SQL.DECIDE_SQL, {
      id,
      decision,
      reason: reason.trim(),
      now,
      editorId: editor.id,
      editorName: editor.name,
    });
    if (!decided) throw refused('intake-decided');
    await keepPerson(strapi, sql, decided, kind.canBeObjected === true, now);
    if (decided.personId !== null || decided.accountId !== null)
      await queueMail(strapi, DECISION_MAIL, { intakeId: id });
    return decided;
  });
}

async function keepPerson(
  strapi: Core.Strapi,
  sql: Sql,
  { personId }: IntakeItem,
  canBeObjected: boolean,
  now: Date,
): Promise<void> {
  if (personId === null) return;
  const today = await cityDay(strapi, now);
  const until = canBeObjected
    ? monthsAfter(today, OBJECTION_MONTHS + OBJECTION_MORE_MONTHS)
    : daysAfter(today, PERSON_DAYS);
  await sql(SQL.KEEP_PERSON_SQL, { personId, until });
}

// A shorter name may be a word of any sentence.
const SHORTEST_NAME = 5;

/** Who gave notice stays unknown to who made it: the editor's words are looked through as well. */
async function assertTellsNobody(sql: Sql, { personId }: IntakeItem, statement: Statement): Promise<void> {
  const person = personId === null ? undefined : await readPerson(sql, personId);
  const said = `${statement.reason}\n${statement.norm ?? ''}`.toLowerCase();
  const { email, name } = person ?? { email: null, name: null };
  const secrets = [email, name !== null && name.length >= SHORTEST_NAME ? name : null];
  if (secrets.some((secret) => secret !== null && said.includes(secret.toLowerCase())))
    throw refused('statement-names-notifier', ['statement', 'reason']);
}
