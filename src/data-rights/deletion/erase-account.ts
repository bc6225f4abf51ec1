import type { Core } from '@strapi/strapi';
import { findById, type FoundAccount } from '#src/extensions/users-permissions/find-account';
import { CATALOGUES } from '#src/languages/index';
import { languageFor } from '#src/languages/language';
import type { Letter } from '#src/platform/mail/domain/letter';
import { forgetRefusals } from '#src/platform/mail/failures';
import { letterheadOf } from '#src/platform/mail/letterhead';
import { sendNow } from '#src/platform/mail/send-now';
import { erasePerson } from '#src/platform/personal-data/index';
import { sqlOf, type Sql } from '#src/platform/sql/sql';
import { noteRequest } from '../request-log';
import type { Listings } from './deletions';

interface Erasure {
  readonly accountId: number;
  readonly listings: Listings;
  /** Who did it for the person. */
  readonly editorId?: number;
}

/** The last letter to an account, while its address is still known. */
async function farewell(
  strapi: Core.Strapi,
  account: FoundAccount,
  { listings, editorId }: Erasure,
): Promise<Letter> {
  const language = languageFor(account.language);
  const { sender } = await letterheadOf(strapi, language);
  const words = CATALOGUES[language].mails.dataRights.deleted({
    sender,
    listings,
    byEditor: editorId !== undefined,
  });
  return { to: account.email, language, ...words };
}

/**
 * Erases an account. Call in a transaction that holds the person (`holdAccount`), so that of two at once one finds it.
 * @returns the letter that says so, for `sendFarewell` after the commit: it is stored nowhere, since nothing of the person
 * is to stay; `undefined` if there is no such account
 * @throws Refusal `erasure-open`
 */
export async function eraseAccount(
  strapi: Core.Strapi,
  sql: Sql,
  erasure: Erasure,
): Promise<Letter | undefined> {
  const { accountId, listings, editorId } = erasure;
  const account = await findById(sql, accountId);
  if (!account) return undefined;
  const letter = await farewell(strapi, account, erasure);
  const [reason, by] =
    editorId === undefined ? (['own-request', {}] as const) : (['by-editor', { editorId }] as const);
  await erasePerson(strapi, sql, { accountId }, reason, { listings });
  // Told to be gone, it has to be.
  if (await findById(sql, accountId))
    throw new Error(`Account ${accountId} is still there after its erasure.`);
  await noteRequest(sql, { what: 'erasure', whose: 'account', ...by });
  return letter;
}

/** Sends the last letter. If the mail server does not take it now, nobody has the address to try again. */
export async function sendFarewell(strapi: Core.Strapi, letter: Letter | undefined): Promise<void> {
  if (!letter) return;
  try {
    await sendNow(strapi, letter);
  } catch (error) {
    strapi.log.warn(
      `An account was deleted, and the mail that says so was not sent: ${(error as Error).message}`,
    );
  }
  // Not even as a digest, if the server has refused the address.
  await forgetRefusals(strapi, letter.to, sqlOf(strapi));
}
