import type { Core } from '@strapi/strapi';
import { languageFor } from '#src/languages/language';
import { entryPlaces } from '#src/listing/listing-link';
import type { Letter } from '#src/platform/mail/domain/letter';
import { queueMail, type MailKind } from '#src/platform/mail/mail-queue';
import { sqlOf } from '#src/platform/sql/sql';
import { decisionWords, mailKind, type DecisionDetails } from '../domain/decision-mail-texts';
import { isMailed, type Action } from '../domain/transitions';
import { managersOf, type Manager } from './managers';

/** One mail about one decision to one account. */
interface DecisionMail {
  readonly logId: string;
  readonly userId: number;
}

const NAME = 'moderation-decision';

/** Queues a mail to everyone who manages the business, in the transaction of the decision. */
export async function queueDecisionMails(
  strapi: Core.Strapi,
  decision: { logId: string; action: Action; businessDocumentId: string | null },
): Promise<void> {
  if (!isMailed(decision.action) || !decision.businessDocumentId) return;
  for (const { id } of await managersOf(strapi, decision.businessDocumentId))
    await queueMail(strapi, NAME, { logId: decision.logId, userId: id });
}

interface Decision {
  uid: string;
  documentId: string;
  action: string;
  reason: string | null;
  title: string | null;
  details: string;
}

const DECISION = `select log.content_type as uid, log.document_id as "documentId", log.action, log.reason,
  log.details::text as details, submission.title
from stadtverbund.moderation_log as log left join stadtverbund.submission using (content_type, document_id) where log.id = ?`;

async function compose(strapi: Core.Strapi, { logId, userId }: DecisionMail): Promise<Letter | undefined> {
  const user = (await strapi.db
    .query('plugin::users-permissions.user')
    .findOne({ where: { id: userId } })) as Manager | null;
  const [decision] = await sqlOf(strapi)<Decision>(DECISION, [logId]);
  // An account deleted or blocked in the meantime gets no mail.
  if (!decision || !isMailed(decision.action) || !user || user.blocked) return undefined;
  const kind = mailKind(decision.action, JSON.parse(decision.details) as DecisionDetails);
  const language = languageFor(user.language);
  const places = await entryPlaces(strapi, decision.uid, decision.documentId, language);
  return { to: user.email, language, ...decisionWords(kind, language, { ...decision, ...places }) };
}

export const decisionMail: MailKind<DecisionMail> = { name: NAME, compose };
