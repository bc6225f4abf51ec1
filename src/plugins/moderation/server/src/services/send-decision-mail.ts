import type { Core } from '@strapi/strapi';
import { languageFor } from '#src/languages/language';
import type { Queue } from '#src/platform/jobs/index';
import { sendMail } from '#src/platform/mail/send-mail';
import { inTransaction } from '#src/publication/index';
import { decisionMail, mailKind, type DecisionDetails } from '../domain/decision-mail-texts';
import { isMailed } from '../domain/transitions';
import { DECISION_MAIL, type DecisionMail } from './decision-mails';
import type { Manager } from './managers';

interface Decision {
  action: string;
  reason: string | null;
  title: string | null;
  details: string;
}

const DECISION = `select log.action, log.reason, log.details::text as details, submission.title from stadtverbund.moderation_log as log
  left join stadtverbund.submission using (content_type, document_id) where log.id = ?`;

/** Sends one decision to one account, in its language. */
async function sendDecisionMail(strapi: Core.Strapi, { logId, userId }: DecisionMail): Promise<void> {
  const user = (await strapi.db
    .query('plugin::users-permissions.user')
    .findOne({ where: { id: userId } })) as Manager | null;
  const rows = await inTransaction(strapi, (sql) => sql<Decision>(DECISION, [logId]));
  const decision = rows[0];
  // An account deleted or blocked in the meantime gets no mail.
  if (!decision || !isMailed(decision.action) || !user || user.blocked) return;
  const kind = mailKind(decision.action, JSON.parse(decision.details) as DecisionDetails);
  const mail = decisionMail(kind, languageFor(user.language), decision);
  await sendMail(strapi, { to: user.email, ...mail });
}

export const decisionMailQueue = (strapi: Core.Strapi): Queue<DecisionMail> => ({
  ...DECISION_MAIL,
  handle: ({ data }) => sendDecisionMail(strapi, data),
});
