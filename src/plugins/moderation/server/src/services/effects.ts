import type { Core } from '@strapi/strapi';
import type { Sql } from '#src/publication/index';
import type { ModerationState } from '../domain/moderation-state';
import type { Action } from '../domain/transitions';
import { insertFrom, writeInto, type Place } from './revision-writer';
import { bringBack, forgetWithdrawn, keepPublicRevision, readWithdrawn } from './withdrawn';
import { documentsOf, type Documents } from '#src/platform/strapi/documents';

/** What an action does to the document itself. */
export interface EffectContext {
  readonly strapi: Core.Strapi;
  readonly sql: Sql;
  readonly uid: string;
  readonly documentId: string;
  readonly from: ModerationState;
  readonly to: ModerationState;
}

export interface Effect {
  /** Whether the draft was written, so that its version moves. */
  readonly draftWritten?: boolean;
  /** Whether the document is gone. */
  readonly deleted?: boolean;
}

const documents = ({ strapi, uid }: EffectContext): Documents => documentsOf(strapi, uid);

const ALL = '*';

/** Publishes the draft in all its locales, since a submission covers them all. */
export async function publishDraft(context: EffectContext): Promise<Effect> {
  const { sql, uid, documentId } = context;
  await documents(context).publish({ documentId, locale: ALL });
  await forgetWithdrawn(sql, uid, documentId);
  return {};
}

/** Withdraws a document from the public and stores what the public saw. */
async function withdrawFromPublic(context: EffectContext): Promise<Effect> {
  const { strapi, sql, uid, documentId, from } = context;
  if (from.publication !== 'public') return {};
  await keepPublicRevision(strapi, sql, uid, documentId);
  await documents(context).unpublish({ documentId, locale: ALL });
  return {};
}

async function reinstate({ strapi, uid, documentId, to }: EffectContext): Promise<Effect> {
  if (to.publication === 'public') await bringBack(strapi, uid, documentId);
  return {};
}

/** Resets the draft to the public version or, for a suspended document, to the stored version. */
async function discardDraft(context: EffectContext): Promise<Effect> {
  const { documentId, from } = context;
  if (from.publication === 'none') {
    await documents(context).delete({ documentId, locale: ALL });
    return { deleted: true };
  }
  if (from.publication === 'public') await documents(context).discardDraft({ documentId, locale: ALL });
  else await draftFromWithdrawn(context);
  return { draftWritten: true };
}

async function draftFromWithdrawn(context: EffectContext): Promise<void> {
  const { strapi, sql, uid, documentId } = context;
  const revision = await readWithdrawn(sql, uid, documentId);
  if (!revision) throw new Error(`The public revision of ${uid} ${documentId} was not kept.`);
  const drafts = await draftIds(strapi, uid, documentId);
  for (const [locale, entry] of Object.entries(revision)) {
    const place: Place = { uid, documentId, locale, status: 'draft' };
    const id = drafts.get(locale);
    if (id === undefined) await insertFrom(strapi, place, entry);
    else await writeInto(strapi, id, place, entry.fields);
  }
  for (const locale of drafts.keys())
    if (!(locale in revision)) await documents(context).delete({ documentId, locale });
}

/** The draft row of each locale. */
async function draftIds(strapi: Core.Strapi, uid: string, documentId: string): Promise<Map<string, number>> {
  const rows = (await strapi.db.query(uid).findMany({
    select: ['id', 'locale'],
    where: { documentId, publishedAt: { $null: true } },
  })) as { id: number; locale: string | null }[];
  return new Map(rows.map(({ id, locale }) => [locale ?? '', id]));
}

/** What an action of a command does to the document; nothing, where it is not here. */
export const EFFECTS: Readonly<Partial<Record<Action, (context: EffectContext) => Promise<Effect>>>> = {
  approve: publishDraft,
  discard: discardDraft,
  suspend: withdrawFromPublic,
  archive: withdrawFromPublic,
  reinstate,
  restore: reinstate,
};
