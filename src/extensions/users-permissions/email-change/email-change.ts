import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { personalAddress } from '#src/domain/email-address';
import { queueMail } from '#src/platform/mail/mail-queue';
import { assertRate } from '#src/platform/rate-limit/rate-limit';
import { emailField } from '#src/platform/refusals/email-field';
import { refused } from '#src/platform/refusals/refusal';
import { inTransaction, sqlOf, type Sql } from '#src/platform/sql/sql';
import { documentsOf } from '#src/platform/strapi/documents';
import { assertCurrentPassword } from '../assert-current-password';
import { findByAddress, findById, type FoundAccount } from '../find-account';
import { EMAIL_CHANGE, EMAIL_CHANGE_UNDO, EMAIL_CHANGE_UNDONE } from '../mail-names';
import { EMAIL_CHANGES_A_DAY, MAIL_BY_RECIPIENT, MAIL_BY_RECIPIENT_A_DAY } from '../rate-rules';
import { setPassword } from '../set-password';
import { USER } from '../user-uid';
import * as SQL from './email-change.sql';

/** How long the new address can be confirmed, and how long the old one can undo it, both since it was asked for, in days. */
export const CONFIRM_DAYS = 3;
export const UNDO_DAYS = 7;

/** A change of an account's address. */
export interface EmailChange {
  readonly id: number;
  readonly accountId: number;
  readonly oldEmail: string;
  /** `null` once it was erased. */
  readonly newEmail: string | null;
  readonly state: 'waiting' | 'confirmed' | 'ended' | 'undone';
  readonly createdAt: Date;
}

/** A change, and its account as it is now. */
export interface ChangeNow {
  readonly change: EmailChange;
  readonly account: FoundAccount;
}

/** Body of `PUT /api/my/account/email`. */
export const emailChangeBody = z.strictObject({
  email: emailField,
  password: z.string({ error: 'value-missing' }).min(1, { error: 'value-missing' }),
});

const find = async (sql: Sql, id: number): Promise<EmailChange | undefined> =>
  (await sql<EmailChange>(SQL.FIND_SQL, { id }))[0];

/**
 * A change of an account that is there and not blocked.
 * @param hold locks the account, by which all that is done to its changes is done in turn
 */
export async function changeNow(sql: Sql, id: number, { hold = false } = {}): Promise<ChangeNow | undefined> {
  const found = await find(sql, id);
  const account = found && (await findById(sql, found.accountId, { hold }));
  // Another may have changed it while this waited for the account.
  const change = hold ? account && (await find(sql, id)) : found;
  return change && account && !account.blocked ? { change, account } : undefined;
}

/** The address that an account gets as soon as its owner confirms it. */
export async function waitingEmail(sql: Sql, accountId: number): Promise<string | null> {
  const [found] = await sql<{ newEmail: string }>(SQL.WAITING_SQL, { accountId, days: CONFIRM_DAYS });
  return found?.newEmail ?? null;
}

/**
 * Begins a change: mails a link to the new address that makes it valid, and one to the old address that undoes it. What
 * is done is the same whether or not somebody has the new address already: that is looked up when the mail is composed.
 * @param email in the form in which addresses are stored
 * @throws Refusal `password-current-wrong`, `email-unchanged`, `too-many-attempts`
 */
export async function beginEmailChange(
  strapi: Core.Strapi,
  accountId: number,
  { email, password }: z.infer<typeof emailChangeBody>,
): Promise<void> {
  const account = await findById(sqlOf(strapi), accountId);
  if (!account) throw refused('session-ended');
  await assertCurrentPassword(strapi, account, password);
  if (personalAddress(account.email) === email) throw refused('email-unchanged', ['email']);
  await assertRate(strapi, EMAIL_CHANGES_A_DAY, String(accountId));
  for (const rule of [MAIL_BY_RECIPIENT, MAIL_BY_RECIPIENT_A_DAY]) await assertRate(strapi, rule, email);
  await inTransaction(strapi, async (sql) => {
    const held = await findById(sql, accountId, { hold: true });
    // Of two requests at once, the other has changed the password or the address.
    if (held?.password !== account.password || held?.email !== account.email) throw refused('session-ended');
    await sql(SQL.END_SQL, { accountId });
    const [made] = await sql<{ id: number }>(SQL.NEW_SQL, {
      accountId,
      oldEmail: account.email,
      newEmail: email,
    });
    if (!made) throw new Error('The change of address was not stored.');
    for (const mail of [EMAIL_CHANGE, EMAIL_CHANGE_UNDO])
      await queueMail(strapi, mail, { changeId: made.id });
  });
}

/**
 * People who give an account an address read its mails. So an account that was registered with it and never confirmed goes.
 * @throws Refusal `account-taken`
 */
async function takeAddress(
  strapi: Core.Strapi,
  sql: Sql,
  { id }: FoundAccount,
  address: string,
): Promise<void> {
  const other = await findByAddress(strapi, address);
  if (!other || other.id === id) return;
  const dropped = await sql(SQL.DROP_UNCONFIRMED_SQL, { id: other.id });
  if (dropped.length === 0) throw refused('account-taken', ['email']);
}

/** A user name that is the address follows it: it may be no other's (`mayBeCalled`). */
const withAddress = ({ username }: FoundAccount, email: string) =>
  username.includes('@') ? { email, username: email } : { email };

/**
 * Gives the account the new address. Its password and its sessions stay.
 * @returns false if the change waits no longer
 * @throws Refusal `account-taken`
 */
export async function confirmEmailChange(strapi: Core.Strapi, sql: Sql, id: number): Promise<boolean> {
  const found = await changeNow(sql, id, { hold: true });
  if (found?.change.state !== 'waiting' || found.change.newEmail === null) return false;
  const { account } = found;
  const { newEmail } = found.change;
  await takeAddress(strapi, sql, account, newEmail);
  await sql(SQL.CONFIRM_SQL, { id });
  const { documentId } = account;
  await documentsOf(strapi, USER).update({ documentId, data: withAddress(account, newEmail) });
  return true;
}

/**
 * Gives the account its old address again, whatever was changed after, and a new password, since someone else knows the
 * present one. Ends all sessions, and tells both addresses.
 * @returns false if it was undone already
 * @throws Refusal `password-common`, `account-taken`
 */
export async function undoEmailChange(
  strapi: Core.Strapi,
  sql: Sql,
  id: number,
  password: string,
): Promise<boolean> {
  const found = await changeNow(sql, id, { hold: true });
  if (!found || found.change.state === 'undone') return false;
  const { account } = found;
  const { oldEmail } = found.change;
  const accountId = account.id;
  await takeAddress(strapi, sql, account, oldEmail);
  const [last] = await sql<{ id: number }>(SQL.LAST_SQL, { accountId, email: account.email });
  await setPassword(strapi, account, password, withAddress(account, oldEmail));
  await sql(SQL.UNDO_SQL, { accountId, id });
  if (last && account.email !== oldEmail) await queueMail(strapi, EMAIL_CHANGE_UNDONE, { changeId: last.id });
  return true;
}
