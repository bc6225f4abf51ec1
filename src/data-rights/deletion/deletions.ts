import type { Core } from '@strapi/strapi';
import { queueMail } from '#src/platform/mail/mail-queue';
import { assertNothingOpen, wholeSubject } from '#src/platform/personal-data/index';
import { refused } from '#src/platform/refusals/refusal';
import { inTransaction, sqlOf, type Sql } from '#src/platform/sql/sql';
import { noteRequest } from '../request-log';
import * as SQL from './deletions.sql';
import { DELETION_UNDO } from './names';

/** What becomes of listings that nobody else manages. */
export const LISTINGS = ['leave', 'remove'] as const;

export type Listings = (typeof LISTINGS)[number];

/** An account that is to be deleted. */
export interface Deletion {
  readonly id: string;
  readonly accountId: number;
  readonly listings: Listings;
  readonly askedAt: Date;
  readonly dueAt: Date;
}

/** What its owner sees of it. */
export type OwnDeletion = Pick<Deletion, 'listings' | 'askedAt' | 'dueAt'>;

const shown = ({ listings, askedAt, dueAt }: Deletion): OwnDeletion => ({ listings, askedAt, dueAt });

/** @returns `undefined` if the account stays */
export async function deletionOf(strapi: Core.Strapi, accountId: number): Promise<OwnDeletion | undefined> {
  const [found] = await sqlOf(strapi)<Deletion>(SQL.OF_ACCOUNT_SQL, { accountId });
  return found && shown(found);
}

/** @returns `undefined` if it was taken back, or done */
export async function deletionById(sql: Sql, id: string): Promise<Deletion | undefined> {
  const [found] = await sql<Deletion>(SQL.BY_ID_SQL, { id });
  return found;
}

/**
 * Has an account deleted in a week, and tells its owner by mail. Asked again, it is as if asked once; what becomes of the
 * listings may be changed.
 * @throws Refusal `erasure-open` (409) while something keeps it from being deleted
 */
export function askForDeletion(
  strapi: Core.Strapi,
  accountId: number,
  listings: Listings,
): Promise<OwnDeletion> {
  return inTransaction(strapi, async (sql) => {
    await assertNothingOpen(strapi, sql, await wholeSubject(sql, { accountId }));
    const [news] = await sql<Deletion>(SQL.ASK_SQL, { accountId, listings });
    if (news) {
      await queueMail(strapi, DELETION_UNDO, { deletionId: news.id });
      await noteRequest(sql, { what: 'deletion', whose: 'account' });
      return shown(news);
    }
    const [same] = await sql<Deletion>(SQL.OF_ACCOUNT_SQL, { accountId });
    // Taken back by a link in between.
    if (!same) throw refused('conflict');
    return shown(same);
  });
}

/** Keeps an account after all; its links end, since nothing has that id any more. @returns whether it was to be deleted */
export async function takeBackDeletion(sql: Sql, accountId: number): Promise<boolean> {
  const [taken] = await sql<Deletion>(SQL.REMOVE_SQL, { accountId });
  if (!taken) return false;
  await noteRequest(sql, { what: 'deletion-undone', whose: 'account' });
  return true;
}

/** The same for its owner. @throws Refusal `not-found` if it is not to be deleted */
export const takeBackOwnDeletion = (strapi: Core.Strapi, accountId: number): Promise<void> =>
  inTransaction(strapi, async (sql) => {
    if (!(await takeBackDeletion(sql, accountId))) throw refused('not-found');
  });
