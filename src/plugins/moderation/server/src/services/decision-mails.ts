import type { Core } from '@strapi/strapi';
import { languageFor } from '#src/languages/language';
import { entryPlaces } from '#src/listing/listing-link';
import type { Letter } from '#src/platform/mail/domain/letter';
import { queueMail, type MailKind } from '#src/platform/mail/mail-queue';
import { sqlOf } from '#src/platform/sql/sql';
import { decisionWords, mailKind, type DecisionDetails } from '../domain/decision-mail-texts';
import { isMailed, type Action } from '../domain/transitions';
import type { Actor } from '../contract';
import { objectionLink } from '../intake/objection-link';
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
  { logId, action, actor, businessDocumentId }: Queued,
): Promise<void> {
  // Who does it themselves knows.
  if (!isMailed(action) || !businessDocumentId || actor.kind === 'contributor') return;
  for (const { id } of await managersOf(strapi, businessDocumentId))
    await queueMail(strapi, NAME, { logId, userId: id });
}

interface Queued {
  readonly logId: string;
  readonly action: Action;
  readonly actor: Actor;
  readonly businessDocumentId: string | null;
}

interface Decision {
  uid: string;
  documentId: string;
  action: string;
  reason: string | null;
  title: string | null;
  details: string;
  at: Date;
}

const DECISION = `select log.content_type as uid, log.document_id as "documentId", log.action, log.reason,
  log.details::text as details, log.at, submission.title
from stadtverbund.moderation_log as log left join stadtverbund.submission using (content_type, document_id) where log.id = ?`;

async function compose(strapi: Core.Strapi, { logId, userId }: DecisionMail): Promise<Letter | undefined> {
  const user = (await strapi.db
    .query('plugin::users-permissions.user')
    .findOne({ where: { id: userId } })) as Manager | null;
  const [decision] = await sqlOf(strapi)<Decision>(DECISION, [logId]);
  // An account deleted or blocked in the meantime gets no mail.
  if (!decision || !isMailed(decision.action) || !user || user.blocked) return undefined;
  const details = JSON.parse(decision.details) as DecisionDetails;
  const kind = mailKind(decision.action, details);
  const language = languageFor(user.language);
  const { grounds } = details;
  const statement = grounds && {
    ...grounds,
    ...(await objectionLink(strapi, {
      subject: `log/${logId}/${userId}`,
      decidedAt: decision.at,
      language,
    })),
  };
  const places = await entryPlaces(strapi, decision.uid, decision.documentId, language);
  return {
    to: user.email,
    language,
    ...decisionWords(kind, language, { ...decision, ...places, statement }),
  };
}

export const decisionMail: MailKind<DecisionMail> = { name: NAME, compose };
