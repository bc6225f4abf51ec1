import { CATALOGUES } from '#src/languages/index';
import { languageOf } from '#src/platform/http/language-of';
import type { Core } from '@strapi/strapi';
import { listingTypes } from '#src/listing/listing-types';
import { inTransaction, type Sql } from '#src/publication/index';
import type { DocumentCall, Next, Step } from '#src/writing/step';
import type { Actor } from '../contract';
import { actionsOffered, type Action, type ReviewAction } from '../domain/transitions';
import { actorOrRefuse, withinModeration } from './actor';
import { localesOf, localesOfCall } from './document-description';
import type { Via } from './log';
import { refuse } from './refuse';
import { isBulkRequest } from './request';
import { factsOf, insertRow, lockRow, type SubmissionRecord } from './submission-rows';
import { moveVersion } from './submissions';
import { applyTransition, decide } from './transition';
import { keepPublicRevision } from './withdrawn';
import { documentsOf } from '#src/platform/strapi/documents';
import { defaultLocale } from '#src/platform/strapi/locales';

/** A write that moderation did not start: by an editor in the content manager, or by code. */
interface Write {
  readonly strapi: Core.Strapi;
  readonly sql: Sql;
  readonly call: DocumentCall;
  readonly uid: string;
  readonly documentId: string;
  readonly actor: Actor;
  readonly via: Via;
  readonly next: Next;
}

type Guard = (write: Write, row: SubmissionRecord) => Promise<unknown>;

/** Whether something waits for an editor who can decide so. */
const canReview = (row: SubmissionRecord, action: ReviewAction): boolean =>
  actionsOffered('review', factsOf(row)).includes(action);

// The contributor reads these in the mail and next to the entry.
const reasonOf = (strapi: Core.Strapi, kind: 'unpublished' | 'discarded'): string =>
  CATALOGUES[languageOf(strapi.requestContext.get())].desk[kind];

const onUpdate: Guard = async (write, row) => {
  const { sql, call, next } = write;
  if (row.publication === 'archived') throw refuse('archived', { from: 'archived' });
  if (call.params.status !== 'published') {
    const result = await next();
    await moveVersion(sql, row);
    return result;
  }
  return publishing(write, row, true);
};

const onPublish: Guard = (write, row) => publishing(write, row, false);

async function publishing(write: Write, row: SubmissionRecord, draftWritten: boolean): Promise<unknown> {
  const { strapi, sql, actor, via, next } = write;
  const approves = actor.kind === 'editor' && canReview(row, 'approve') && row.publication !== 'suspended';
  const action: Action = approves ? 'approve' : 'publish';
  // A list contains documents that nobody has opened, but submissions must be reviewed before they are public.
  if (action === 'approve' && isBulkRequest(strapi)) throw refuse('review-first');
  const to = decide(row, { action, actor });
  if (row.state !== 'none') await publishOtherLocales(write);
  const result = await next();
  await applyTransition(strapi, sql, row, { action, to, actor, via, effect: { draftWritten } });
  return result;
}

// A pending change covers all locales, so publishing one publishes them all.
async function publishOtherLocales({ strapi, uid, documentId, call, actor }: Write): Promise<void> {
  const covered = await localesOfCall(strapi, uid, call.params.locale);
  if (covered === 'all') return;
  const drafts = await localesOf(strapi, uid, documentId, 'draft');
  const rest = drafts.filter((locale) => !covered.includes(locale));
  const documents = documentsOf(strapi, uid);
  for (const locale of rest)
    await withinModeration(strapi, actor, { uid, documentId }, () =>
      documents.publish({ documentId, locale }),
    );
}

const onUnpublish: Guard = async (write, row) => {
  const { strapi, sql, uid, documentId, actor, via, next } = write;
  if (row.publication !== 'public') return next();
  if (actor.kind === 'editor' && (await takesDown(write))) throw refuse('suspend-instead');
  await keepPublicRevision(strapi, sql, uid, documentId);
  const result = await next();
  if ((await localesOf(strapi, uid, documentId, 'published')).length > 0) return result;
  const reason = reasonOf(strapi, 'unpublished');
  const to = decide(row, { action: 'suspend', actor, reason });
  await applyTransition(strapi, sql, row, { action: 'suspend', to, actor, via, reason });
  return result;
};

/** Whether nothing would stay public, or not the default locale, in which everything public exists. */
async function takesDown({ strapi, uid, documentId, call }: Write): Promise<boolean> {
  const covered = await localesOfCall(strapi, uid, call.params.locale);
  if (covered === 'all' || covered.includes(await defaultLocale(strapi))) return true;
  return (await localesOf(strapi, uid, documentId, 'published')).every((locale) => covered.includes(locale));
}

const onDiscard: Guard = async (write, row) => {
  const { strapi, sql, actor, via, next } = write;
  // Strapi would delete the draft and find no public version to recreate it from, so the document would be gone.
  if (row.publication !== 'public') throw refuse('wrong-state', { from: row.publication });
  const wholly = row.state !== 'none' && (await coversAllDrafts(write));
  const rejects = canReview(row, 'reject');
  const action: Action = rejects ? 'reject' : 'discard';
  const reason = rejects ? reasonOf(strapi, 'discarded') : undefined;
  const to = wholly ? decide(row, { action, actor, reason }) : undefined;
  const result = await next();
  if (to)
    await applyTransition(strapi, sql, row, {
      action,
      to,
      actor,
      via,
      reason,
      effect: { draftWritten: true },
    });
  else await moveVersion(sql, row);
  return result;
};

async function coversAllDrafts({ strapi, uid, documentId, call }: Write): Promise<boolean> {
  const covered = await localesOfCall(strapi, uid, call.params.locale);
  if (covered === 'all') return true;
  return (await localesOf(strapi, uid, documentId, 'draft')).every((locale) => covered.includes(locale));
}

const onDelete: Guard = async (write, row) => {
  const { strapi, sql, uid, documentId, actor, via, next } = write;
  const to = decide(row, { action: 'delete', actor });
  if (row.publication === 'public') await keepPublicRevision(strapi, sql, uid, documentId);
  const result = await next();
  const drafts = await localesOf(strapi, uid, documentId, 'draft');
  const published = await localesOf(strapi, uid, documentId, 'published');
  if (drafts.length + published.length === 0) {
    const effect = { deleted: true };
    await applyTransition(strapi, sql, row, { action: 'delete', to, actor, via, effect });
  } else await afterLocaleDeleted(write, row, published.length > 0);
  return result;
};

// If the last public locale is gone but a draft remains, the document is no longer public.
async function afterLocaleDeleted(write: Write, row: SubmissionRecord, stillPublic: boolean): Promise<void> {
  const { strapi, sql, actor, via } = write;
  if (row.publication !== 'public' || stillPublic) {
    await moveVersion(sql, row);
    return;
  }
  const reason = reasonOf(strapi, 'unpublished');
  const to = decide(row, { action: 'suspend', actor, reason });
  const effect = { draftWritten: true };
  await applyTransition(strapi, sql, row, { action: 'suspend', to, actor, via, reason, effect });
}

const MAKES: ReadonlySet<string> = new Set(['create', 'clone']);

const GUARDS: Readonly<Record<string, Guard>> = {
  update: onUpdate,
  publish: onPublish,
  unpublish: onUnpublish,
  discardDraft: onDiscard,
  delete: onDelete,
};

/** Keeps moderation's states true for every path that writes a moderated document, above all the content manager's. */
export const moderation: Step = {
  name: 'moderation',
  appliesTo: (strapi, { uid, action }) =>
    listingTypes(strapi).moderated.has(uid) && (MAKES.has(action) || action in GUARDS),
  around(strapi, call, next) {
    const guard = GUARDS[call.action];
    return guard ? guarded(strapi, call, next, guard) : onCreate(strapi, call, next);
  },
};

const viaOf = ({ kind }: Actor): Via => (kind === 'editor' ? 'content-manager' : 'code');

function guarded(strapi: Core.Strapi, call: DocumentCall, next: Next, guard: Guard): Promise<unknown> {
  return inTransaction(strapi, async (sql) => {
    const actor = actorOrRefuse(strapi);
    const { documentId } = call.params;
    const row = documentId ? await lockRow(strapi, sql, call.uid, documentId) : undefined;
    if (!row || !documentId) return next();
    return guard({ strapi, sql, call, uid: call.uid, documentId, actor, via: viaOf(actor), next }, row);
  });
}

function onCreate(strapi: Core.Strapi, call: DocumentCall, next: Next): Promise<unknown> {
  return inTransaction(strapi, async (sql) => {
    const actor = actorOrRefuse(strapi);
    const result = await next();
    const { documentId } = result as { documentId?: string };
    if (call.action === 'clone' || call.params.status !== 'published' || !documentId) return result;
    const row = await insertRow(sql, call.uid, documentId);
    const to = decide(row, { action: 'publish', actor });
    const effect = { draftWritten: true };
    await applyTransition(strapi, sql, row, { action: 'publish', to, actor, via: viaOf(actor), effect });
    return result;
  });
}
