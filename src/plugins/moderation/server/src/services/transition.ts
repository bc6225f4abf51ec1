import type { Core } from '@strapi/strapi';
import type { Sql } from '#src/publication/index';
import type { Actor, DocumentState } from '../contract';
import type { ModerationState } from '../domain/moderation-state';
import { decideTransition, waitsForEditors, type Action } from '../domain/transitions';
import { changedFields, withChanges, type ContentVersion, type FieldName } from '../domain/content-version';
import { contentVersion } from './content-version';
import { describeDocument } from './document-description';
import type { Effect } from './effects';
import { groundsOf } from './grounds';
import { appendLog, type Via } from './log';
import { queueDecisionMails } from './decision-mails';
import { refuseTransition } from './refuse';
import { factsOf, forgetRow, saveRow, type SubmissionRecord } from './submission-rows';

/** A transition that has been decided and applied to the document. */
export interface Transition {
  readonly action: Action;
  readonly to: ModerationState;
  readonly actor: Actor;
  readonly via: Via;
  readonly reason?: string | undefined;
  /** The fields that the reason is about. */
  readonly about?: readonly string[] | undefined;
  readonly effect?: Effect;
  readonly details?: Readonly<Record<string, unknown>>;
}

/**
 * Looks an action up in the table for a locked row.
 * @throws Refusal if it is not allowed
 */
export function decide(
  row: SubmissionRecord,
  attempt: { action: Action; actor: Actor; reason?: string | undefined },
): ModerationState {
  const decision = decideTransition({
    action: attempt.action,
    by: attempt.actor.kind,
    facts: factsOf(row),
    beforeArchive: row.before_archive,
    reason: attempt.reason ?? null,
  });
  if (!decision.ok) throw refuseTransition(attempt.action, decision);
  return decision.to;
}

/** The states of a row, in the form for other code. */
export const stateOfRow = (row: SubmissionRecord): DocumentState => ({
  submission: {
    state: row.state,
    version: row.version,
    message: row.message,
    messageAt: row.message_at?.toISOString() ?? null,
    about: row.message_about,
    submittedAt: row.submitted_at?.toISOString() ?? null,
  },
  publication: row.publication,
});

/** The only place where a transition is written: the row, one line in the log, and the mails it causes. */
export async function applyTransition(
  strapi: Core.Strapi,
  sql: Sql,
  row: SubmissionRecord,
  transition: Transition,
): Promise<SubmissionRecord> {
  const { action, to, actor, via, effect } = transition;
  const reason = transition.reason?.trim() || null;
  const described = effect?.deleted
    ? undefined
    : await describeDocument(strapi, row.content_type, row.document_id);
  const details = {
    ...groundsOf({ action, actor }),
    ...transition.details,
    ...(await editorsPart(strapi, row, action)),
  };
  const after: SubmissionRecord = {
    ...row,
    ...fieldsAfter(row, transition, reason),
    submitted_version: await submittedAfter(strapi, row, transition),
    state: to.submission,
    publication: to.publication,
    version: row.version + (effect?.draftWritten ? 1 : 0),
    title: described?.title ?? row.title,
    business_document_id: described?.businessDocumentId ?? row.business_document_id,
  };
  const logId = await appendLog(sql, {
    uid: row.content_type,
    documentId: row.document_id,
    action,
    from: factsOf(row),
    to,
    version: after.version,
    actor,
    via,
    reason,
    details,
  });
  await queueDecisionMails(strapi, { logId, action, actor, businessDocumentId: after.business_document_id });
  if (!effect?.deleted) return saveRow(sql, after);
  await forgetRow(sql, row);
  return after;
}

type Changed = Partial<
  Pick<
    SubmissionRecord,
    'submitted_at' | 'submitted_by' | 'message' | 'message_at' | 'message_about' | 'before_archive'
  >
>;

function fieldsAfter(
  row: SubmissionRecord,
  { action, actor, to, about = [] }: Transition,
  reason: string | null,
): Changed {
  const changed: Changed = {};
  if (action === 'submit') Object.assign(changed, { submitted_at: new Date(), submitted_by: actor.id });
  if (action === 'withdraw' || to.submission === 'none')
    Object.assign(changed, { submitted_at: null, submitted_by: null });
  if (action === 'archive') changed.before_archive = row.publication;
  if (action === 'restore') changed.before_archive = 'none';
  if (actor.kind === 'editor' && reason)
    Object.assign(changed, { message: reason, message_at: new Date(), message_about: about });
  // Once the change is public or the document reinstated, the editor's request is done.
  else if (['approve', 'publish', 'reinstate'].includes(action))
    Object.assign(changed, { message: null, message_at: null, message_about: [] });
  return changed;
}

/** What an approval publishes that was not submitted like that; nothing if it is no longer known. */
async function editorsPart(
  strapi: Core.Strapi,
  row: SubmissionRecord,
  action: Action,
): Promise<{ changedByEditors?: readonly FieldName[] }> {
  if (action !== 'approve' || row.submitted_version === null) return {};
  const now = await contentVersion(strapi, row.content_type, row.document_id);
  return { changedByEditors: changedFields(versionFrom(row.submitted_version), now) };
}

const versionFrom = (text: string): ContentVersion => JSON.parse(text) as ContentVersion;

async function submittedAfter(
  strapi: Core.Strapi,
  row: SubmissionRecord,
  { action, to }: Transition,
): Promise<string | null> {
  if (!waitsForEditors(to.submission)) return null;
  if (action !== 'submit') return row.submitted_version;
  return JSON.stringify(await contentVersion(strapi, row.content_type, row.document_id));
}

/**
 * A submitted row after a further change by its contributor: that change is part of the submission, but what an editor
 * has saved in between is not.
 */
export const withSubmitted = (
  row: SubmissionRecord,
  before: ContentVersion,
  after: ContentVersion,
): SubmissionRecord =>
  row.submitted_version === null
    ? row
    : {
        ...row,
        submitted_version: JSON.stringify(withChanges(versionFrom(row.submitted_version), before, after)),
      };
