import type { Core } from '@strapi/strapi';
import { enqueue, type Queue } from '#src/platform/jobs/index';
import { isMailed, type Action } from '../domain/transitions';
import { managersOf } from './managers';

/** One mail about one decision to one account. */
export interface DecisionMail {
  readonly logId: string;
  readonly userId: number;
}

export const DECISION_MAIL: Pick<Queue<DecisionMail>, 'name'> = { name: 'moderation-decision-mail' };

/** Enqueues a mail to everyone who manages the business, in the transaction of the decision. */
export async function enqueueDecisionMails(
  strapi: Core.Strapi,
  decision: { logId: string; action: Action; businessDocumentId: string | null },
): Promise<void> {
  if (!isMailed(decision.action) || !decision.businessDocumentId) return;
  for (const { id } of await managersOf(strapi, decision.businessDocumentId))
    await enqueue(strapi, DECISION_MAIL, { logId: decision.logId, userId: id });
}
