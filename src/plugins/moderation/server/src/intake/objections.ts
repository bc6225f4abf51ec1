import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { writtenText } from '#src/domain/written-text';
import { CATALOGUES } from '#src/languages/index';
import type { Language } from '#src/languages/language';
import type { LinkPurpose, LinkView } from '#src/platform/secret-links/index';
import { holdUntilCommit } from '#src/platform/sql/advisory-locks';
import { sqlOf, type Sql } from '#src/platform/sql/sql';
import { refused } from '#src/platform/refusals/refusal';
import type { Decided, IntakeItem, IntakeKind, ModerationService } from '../contract';
import { OBJECTION, OBJECTION_RULES } from './domain/kinds';
import { dayInWords } from './recipient';
import { itemsIn } from './items';
import * as SQL from './store.sql';
import { take } from './take';

/** A decision that somebody may object to. */
interface Objectable {
  /** `log/17`, `intake/<id>` */
  readonly against: string;
  readonly contentType: string | null;
  readonly documentId: string | null;
  readonly title: string | null;
  readonly reason: string | null;
  readonly decidedAt: Date;
  /** The editor; `null` if nobody knows any more. */
  readonly decidedBy: number | null;
  /** Of the log: what was done. */
  readonly action: string | null;
  readonly personId: string | null;
  readonly accountId: number | null;
}

const LOG_SQL = `
select 'log/' || log.id as against, log.content_type as "contentType", log.document_id as "documentId", submission.title,
  log.reason, log.at as "decidedAt", case when log.actor_kind = 'editor' then log.actor_id end as "decidedBy", log.action
from stadtverbund.moderation_log log left join stadtverbund.submission using (content_type, document_id)
where log.id::text = :id`;

const ACCOUNT_SQL = `select id from up_users where id::text = :id and blocked is not true`;

async function decisionAt(sql: Sql, subject: string): Promise<Objectable | undefined> {
  const [where, id = '', account] = subject.split('/');
  if (where === 'intake') {
    const [item] = await itemsIn(sql, SQL.ONE_SQL, { id });
    if (!item?.decidedAt) return undefined;
    const { decisionReason: reason, decidedAt } = item;
    return { ...item, against: `intake/${id}`, action: null, reason, decidedAt };
  }
  const [line] = await sql<Omit<Objectable, 'personId' | 'accountId'>>(LOG_SQL, { id });
  const [known] = account === undefined ? [] : await sql<{ id: number }>(ACCOUNT_SQL, { id: account });
  return line && { ...line, personId: null, accountId: known?.id ?? null };
}

/** Of an objection: who made the decision that it is about. */
export async function decidedBeforeBy(sql: Sql, { against }: IntakeItem): Promise<number | null> {
  return against === null ? null : ((await decisionAt(sql, against))?.decidedBy ?? null);
}

const isFrom = ({ personId, accountId }: Objectable): boolean => personId !== null || accountId !== null;

const objectionTo = async (sql: Sql, against: string): Promise<IntakeItem | undefined> =>
  (await itemsIn(sql, SQL.AGAINST_SQL, { against }))[0];

const viewOf = (language: Language, { number, decision }: IntakeItem): LinkView => {
  const { objection } = CATALOGUES[language].links;
  return { ...(decision === null ? objection.taken(number) : objection.decided(number)), actions: [] };
};

const objectionFields = z.strictObject({
  message: z
    .string({ error: 'objection-message' })
    .overwrite(writtenText)
    .min(10, { error: 'objection-message' })
    .max(2_000, { error: 'objection-message' }),
});

/** Lets who was told a decision object to it, once and for half a year, without an account. */
export const objectionPurpose: LinkPurpose = {
  name: OBJECTION,
  async show(strapi, { subject }, language) {
    const sql = sqlOf(strapi);
    const decision = await decisionAt(sql, subject);
    if (!decision || !isFrom(decision)) return undefined;
    const objected = await objectionTo(sql, decision.against);
    if (objected) return viewOf(language, objected);
    const { ask, facts, field, label } = CATALOGUES[language].links.objection;
    return {
      ...ask,
      facts: [
        ...(decision.title ? [{ label: facts.about, value: decision.title }] : []),
        { label: facts.decided, value: await dayInWords(strapi, decision.decidedAt, language) },
        ...(decision.reason ? [{ label: facts.reason, value: decision.reason }] : []),
      ],
      actions: [
        {
          name: 'object',
          label,
          fields: [{ name: 'message', type: 'textarea', required: true, minLength: 10, ...field }],
        },
      ],
    };
  },
  actions: {
    object: {
      fields: objectionFields,
      async run(strapi, sql, { subject }, input, language) {
        const decision = await decisionAt(sql, subject);
        if (!decision || !isFrom(decision)) throw refused('link-unknown');
        const { against, contentType, documentId, title, personId, accountId } = decision;
        // Each of those who manage a business has a link of their own.
        await holdUntilCommit(sql, `objection:${against}`);
        const known = await objectionTo(sql, against);
        const { message } = input as z.infer<typeof objectionFields>;
        const objection =
          known ??
          (await take(strapi, sql, {
            kind: OBJECTION,
            against,
            contentType,
            documentId,
            title,
            personId,
            accountId,
            language,
            message,
          }));
        return viewOf(language, objection);
      },
    },
  },
};

/** What takes a decision back, and the state in which it can be taken back. */
const UNDOING = {
  suspend: { while: 'suspended', by: 'reinstate' },
  archive: { while: 'archived', by: 'restore' },
} as const;

/** Those who are right get the entry back as it was; a rejected change can be submitted once more. */
async function carryOut(strapi: Core.Strapi, sql: Sql, { item, decision, editor }: Decided): Promise<void> {
  const before = item.against === null ? undefined : await decisionAt(sql, item.against);
  const { contentType: uid, documentId } = item;
  if (decision !== 'accepted' || !before || uid === null || documentId === null) return;
  const undoing =
    before.action === 'suspend' || before.action === 'archive' ? UNDOING[before.action] : undefined;
  if (!undoing || (await strapi.db.query(uid).count({ where: { documentId } })) === 0) return;
  const moderation = strapi.plugin('moderation').service<ModerationService>('submissions');
  const { publication } = await moderation.stateOf(uid, documentId);
  if (publication === undoing.while)
    await moderation.perform({ uid, documentId, action: undoing.by, actor: editor });
}

export const objectionKind: IntakeKind = {
  name: OBJECTION,
  ...OBJECTION_RULES,
  carryOut,
  async facts(strapi, { against }) {
    const before = against === null ? undefined : await decisionAt(sqlOf(strapi), against);
    return before?.reason ? [{ name: 'objected', values: [{ text: before.reason }] }] : [];
  },
};
