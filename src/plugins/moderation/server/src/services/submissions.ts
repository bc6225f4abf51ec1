import type { Core } from '@strapi/strapi';
import { listingTypes } from '#src/listing/listing-types';
import { inTransaction, observe, type Sql } from '#src/publication/index';
import type {
  Actor,
  Command,
  DocumentState,
  DraftEdit,
  ModerationService,
  RecordedEdit,
  Removal,
} from '../contract';
import { autoApproval, type AutoApproval } from '../domain/auto-approve';
import type { Listed } from '../domain/listed';
import type { ModerationState } from '../domain/moderation-state';
import { waitsForEditors } from '../domain/transitions';
import { withinModeration } from './actor';
import { recordPublished } from './record-published';
import { contentVersion } from './content-version';
import { EFFECTS } from './effects';
import { groundsOf } from './grounds';
import type { Via } from './log';
import { refuse } from './refuse';
import { readRevision, type Revision } from './revision';
import { writeInto } from './revision-writer';
import { statesOf } from './states';
import { factsOf, insertRow, lockRow, NEW, saveRow, type SubmissionRecord } from './submission-rows';
import { applyTransition, decide, stateOfRow, withSubmitted } from './transition';

const VIA: Readonly<Record<Actor['kind'], Via>> = {
  contributor: 'self-service',
  editor: 'moderation',
  system: 'code',
};

async function lockOrRefuse(
  strapi: Core.Strapi,
  sql: Sql,
  target: { uid: string; documentId: string; expectedVersion?: number | undefined },
): Promise<SubmissionRecord> {
  if (!listingTypes(strapi).moderated.has(target.uid)) throw refuse('not-found');
  const row = await lockRow(strapi, sql, target.uid, target.documentId);
  if (!row) throw refuse('not-found');
  if (target.expectedVersion !== undefined && target.expectedVersion !== row.version)
    throw refuse('stale-version', { version: row.version });
  return row;
}

async function performLocked(strapi: Core.Strapi, sql: Sql, command: Command): Promise<DocumentState> {
  const { uid, documentId, action, actor, reason, about } = command;
  const details = groundsOf(command);
  const row = await lockOrRefuse(strapi, sql, command);
  const to = decide(row, command);
  const effect = await withinModeration(strapi, actor, { uid, documentId }, async () =>
    EFFECTS[action]?.({ strapi, sql, uid, documentId, from: factsOf(row), to }),
  );
  const done = {
    action,
    to,
    actor,
    via: VIA[actor.kind],
    reason,
    about,
    details,
    ...(effect ? { effect } : {}),
  };
  return stateOfRow(await applyTransition(strapi, sql, row, done));
}

async function editLocked<T extends { documentId: string }>(
  strapi: Core.Strapi,
  sql: Sql,
  edit: DraftEdit<T>,
): Promise<RecordedEdit<T>> {
  const { uid, documentId, actor } = edit;
  const locked = documentId ? await lockOrRefuse(strapi, sql, { ...edit, documentId }) : undefined;
  const action = locked ? 'edit' : 'create';
  const listed = listingTypes(strapi).moderated.get(uid)?.moderation.autoApprove ?? [];
  const isPublic = locked?.publication === 'public' && listed.length > 0;
  // While it waits for review, only what needs no review may be changed, which is known only after the write.
  const waits = isPublic && waitsForEditors(locked.state) && actor.kind === 'contributor';
  const to = waits ? factsOf(locked) : decide(locked ?? NEW, { action, actor });
  const before = isPublic ? await readRevision(strapi, uid, locked.document_id, 'draft') : undefined;
  const waited =
    locked && waitsForEditors(locked.state) && (await contentVersion(strapi, uid, locked.document_id));
  const result = await withinModeration(strapi, actor, { uid, documentId }, edit.write);
  const written = locked ?? (await insertRow(sql, uid, result.documentId));
  const row = waited
    ? withSubmitted(written, waited, await contentVersion(strapi, uid, written.document_id))
    : written;
  const auto = before ? await copyAutoApproved(strapi, uid, row.document_id, listed, before) : NOTHING;
  if (waits && !auto.only) throw refuse('waits-for-review', { from: locked.state, action });
  const saved = await recordEdited(strapi, sql, row, { to, action, actor, auto });
  return { result, state: stateOfRow(saved), autoApproved: auto.paths, waiting: auto.waiting };
}

const NOTHING: AutoApproval = { paths: [], only: false, waiting: [], writes: {} };

async function copyAutoApproved(
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
  listed: readonly Listed[],
  before: Revision,
): Promise<AutoApproval> {
  const after = await readRevision(strapi, uid, documentId, 'draft');
  const auto = autoApproval(listed, before, after, await readRevision(strapi, uid, documentId, 'published'));
  for (const [locale, fields] of Object.entries(auto.writes)) {
    const where = { documentId, publishedAt: { $notNull: true }, ...(locale ? { locale } : {}) };
    const row = (await strapi.db.query(uid).findOne({ select: ['id'], where })) as {
      id: number;
    };
    await writeInto(strapi, row.id, { uid, documentId, locale, status: 'published' }, fields);
  }
  return auto;
}

async function recordEdited(
  strapi: Core.Strapi,
  sql: Sql,
  row: SubmissionRecord,
  edited: { to: ModerationState; action: 'create' | 'edit'; actor: Actor; auto: AutoApproval },
): Promise<SubmissionRecord> {
  const { to, action, actor, auto } = edited;
  const via = VIA[actor.kind];
  const details = { paths: auto.paths };
  // If everything that changed was published immediately, nothing is left to review: nothing becomes pending, and what
  // was waiting keeps waiting.
  if (auto.only && (row.state === 'none' || waitsForEditors(row.state))) {
    const now = decide(row, { action: 'auto-approve', actor });
    return applyTransition(strapi, sql, row, {
      action: 'auto-approve',
      to: now,
      actor,
      via,
      details,
      effect: { draftWritten: true },
    });
  }
  const after = await applyTransition(strapi, sql, row, {
    action,
    to,
    actor,
    via,
    effect: { draftWritten: true },
  });
  if (auto.paths.length === 0) return after;
  const now = decide(after, { action: 'auto-approve', actor });
  return applyTransition(strapi, sql, after, { action: 'auto-approve', to: now, actor, via, details });
}

/** A write to the draft that is not a transition: by an editor or by code. */
export async function moveVersion(sql: Sql, row: SubmissionRecord): Promise<SubmissionRecord> {
  return saveRow(sql, { ...row, version: row.version + 1 });
}

/** The only write path of moderation; see contract.ts. */
export function createSubmissions({ strapi }: { strapi: Core.Strapi }): ModerationService {
  const service: ModerationService = {
    moderates: (uid) => listingTypes(strapi).moderated.has(uid),

    async stateOf(uid, documentId) {
      const states = await statesOf(strapi, uid, [documentId]);
      const state = states.get(documentId);
      if (!state) throw refuse('not-found');
      return state;
    },

    statesOf: (uid, documentIds) => statesOf(strapi, uid, documentIds),

    recordEdit: <T extends { documentId: string }>(edit: DraftEdit<T>) =>
      observe<RecordedEdit<T>>(strapi, {
        uid: edit.uid,
        documentId: edit.documentId,
        write: () => inTransaction(strapi, (sql) => editLocked(strapi, sql, edit)),
        idOf: ({ result }) => result.documentId,
      }),

    perform: (command) =>
      observe(strapi, {
        uid: command.uid,
        documentId: command.documentId,
        write: () => inTransaction(strapi, (sql) => performLocked(strapi, sql, command)),
        idOf: () => command.documentId,
      }),

    remove: (removal) =>
      observe(strapi, {
        uid: removal.uid,
        documentId: removal.documentId,
        write: () => inTransaction(strapi, (sql) => removeLocked(strapi, sql, removal)),
        idOf: () => removal.documentId,
      }),

    recordPublished: (uid, documents) => recordPublished(strapi, uid, documents),
  };
  return service;
}

async function removeLocked(
  strapi: Core.Strapi,
  sql: Sql,
  removal: Removal,
): Promise<{ removed: boolean; state: DocumentState }> {
  const row = await lockOrRefuse(strapi, sql, removal);
  const step = (action: Command['action']): Promise<DocumentState> =>
    performLocked(strapi, sql, { ...removal, action });
  // It was never public and is the contributor's own, so there is nothing an editor would want to restore.
  const removed = row.publication === 'none' && row.state !== 'none';
  if (removed && waitsForEditors(row.state)) await step('withdraw');
  return { removed, state: await step(removed ? 'discard' : 'archive') };
}
