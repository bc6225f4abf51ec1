import { Refusal } from '#src/platform/refusals/refusal';
import type { Core } from '@strapi/strapi';
import { listingTypes } from '#src/listing/listing-types';
import { inTransaction } from '#src/publication/index';
import { everPublic } from '#src/publication/ever-public';
import type { Actor, Grounds, ModerationService } from '../contract';
import type { ChosenEntry } from '../panel-contract';
import { deskStates } from './desk-states';
import { managersOf } from './managers';
import { describeDocuments } from './document-description';
import { documentsOf } from '#src/platform/strapi/documents';
import { modelOf } from '#src/platform/strapi/models';
import { hasDrafts } from '#src/platform/strapi/schema';

interface Row {
  documentId: string;
  locale: string | null;
  publishedAt: string | null;
  [attribute: string]: unknown;
}

// Attributes that may hold a document's title, in order of preference.
const TITLES = ['name', 'title', 'slug'];

const titleField = (strapi: Core.Strapi, uid: string): string => {
  const { attributes } = modelOf(strapi, uid);
  return listingTypes(strapi).all.get(uid)?.name ?? TITLES.find((name) => name in attributes) ?? 'documentId';
};

/** Which of them have a manager, who gets mail. */
async function managed(
  strapi: Core.Strapi,
  uid: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const [documentId, { businessDocumentId }] of await describeDocuments(strapi, uid, ids))
    if (businessDocumentId && (await managersOf(strapi, businessDocumentId)).length > 0)
      found.add(documentId);
  return found;
}

/** What editors see of documents before they do something to many: names, languages, states. In the requested order. */
export async function chosenEntries(
  strapi: Core.Strapi,
  uid: string,
  documentIds: readonly string[],
): Promise<ChosenEntry[]> {
  const field = titleField(strapi, uid);
  const drafts = hasDrafts(modelOf(strapi, uid));
  const rows = (await strapi.db.query(uid).findMany({
    select: ['id', 'documentId', 'locale', 'publishedAt', field],
    where: { documentId: { $in: [...documentIds] } },
    orderBy: { id: 'asc' },
  })) as Row[];
  const states = await deskStates(strapi, uid, documentIds);
  const [seen, mailed] = [
    await everPublic(strapi, uid, documentIds),
    await managed(strapi, uid, documentIds),
  ];
  return documentIds.flatMap((documentId) => {
    const own = rows.filter((row) => row.documentId === documentId);
    const isPublic = (row: Row): boolean => !drafts || row.publishedAt !== null;
    const localesIn = (list: Row[]): string[] =>
      [...new Set(list.flatMap(({ locale }) => locale ?? []))].sort();
    const title = own.map((row) => row[field]).find((value) => typeof value === 'string' && value !== '');
    if (own.length === 0) return [];
    return {
      documentId,
      title: (title as string | undefined) ?? null,
      locales: localesIn(own),
      published: own.some(isPublic),
      publishedLocales: localesIn(own.filter(isPublic)),
      state: states.get(documentId) ?? null,
      everPublic: seen.has(documentId),
      managed: mailed.has(documentId),
    };
  });
}

/** Runs a part of work on many documents; a refusal then says which document it concerns. */
export async function named<T>(title: string | null, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Refusal && title ? error.about(title) : error;
  }
}

/**
 * Withdraws documents of one type from the public, in all their languages: all of them or none. A moderated one is
 * suspended with the reason, which its business gets by mail.
 * @returns those that were public; the others do not change
 * @throws Refusal `reason-required` if one of them is moderated and there is no reason
 */
export function takeDown(
  strapi: Core.Strapi,
  { uid, documentIds, reason, actor, grounds, afterNotice }: TakeDown,
): Promise<ChosenEntry[]> {
  const moderation = strapi.plugin('moderation').service<ModerationService>('submissions');
  const documents = documentsOf(strapi, uid);
  return inTransaction(strapi, async () => {
    const entries = (await chosenEntries(strapi, uid, documentIds)).filter(({ published }) => published);
    for (const { documentId, title } of entries)
      await named(title, () =>
        moderation.moderates(uid)
          ? moderation.perform({
              uid,
              documentId,
              action: 'suspend',
              actor,
              reason,
              grounds,
              ...(afterNotice ? { afterNotice } : {}),
            })
          : documents.unpublish({ documentId, locale: '*' }),
      );
    return entries;
  });
}

interface TakeDown {
  readonly uid: string;
  readonly documentIds: readonly string[];
  readonly reason?: string | undefined;
  readonly grounds?: Grounds | undefined;
  /** Whether somebody has given notice of them. */
  readonly afterNotice?: boolean;
  readonly actor: Actor;
}
