import type { Core } from '@strapi/strapi';
import { spoken, languageFor } from '../../languages/language';
import { documentsOf } from '../../platform/strapi/documents';
import { refused } from '../../platform/refusals/refusal';
import { sqlOf } from '../../platform/sql/sql';
import { waitingEmail } from './email-change/email-change';
import { mayBeCalled, type AccountChange } from './registration';
import { USER, type Account } from './user-uid';

/** An account as its owner sees it. */
export interface OwnAccount {
  username: string;
  email: string;
  /** The address that it gets as soon as it is confirmed. */
  newEmail: string | null;
  /** Of mails. */
  language: string;
  /** ISO 8601 */
  createdAt: string;
}

type Row = Account & { createdAt: string };

async function rowOf(strapi: Core.Strapi, accountId: number): Promise<Row> {
  const row = (await strapi.db.query(USER).findOne({ where: { id: accountId } })) as Row | null;
  // Deleted since its token was checked.
  if (!row) throw refused('session-ended');
  return row;
}

/** The account itself. */
export async function readAccount(strapi: Core.Strapi, accountId: number): Promise<OwnAccount> {
  const { username, email, language, createdAt } = await rowOf(strapi, accountId);
  return {
    username,
    email,
    newEmail: await waitingEmail(sqlOf(strapi), accountId),
    language: languageFor(language),
    createdAt: new Date(createdAt).toISOString(),
  };
}

/**
 * Changes the user name, which others see as the person's name, and the language of mails.
 * @throws Refusal `username-taken`, `username-shape` for an e-mail address that is not the account's own
 */
export async function changeAccount(
  strapi: Core.Strapi,
  accountId: number,
  { username, language }: AccountChange,
): Promise<OwnAccount> {
  const { documentId, email } = await rowOf(strapi, accountId);
  if (username !== undefined && !mayBeCalled(username, email)) throw refused('username-shape', ['username']);
  const data = {
    ...(username === undefined ? {} : { username }),
    ...(language === undefined ? {} : { language: spoken(language) }),
  };
  if (Object.keys(data).length > 0) await documentsOf(strapi, USER).update({ documentId, data });
  return readAccount(strapi, accountId);
}
