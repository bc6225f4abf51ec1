import type { Core } from '@strapi/strapi';
import type { Language } from '../../languages/language';
import { consume } from '../../platform/rate-limit/rate-limit';
import { queueMail } from '../../platform/mail/mail-queue';
import { inTransaction, sqlOf } from '../../platform/sql/sql';
import { Refusal, refused } from '../../platform/refusals/refusal';
import { parse } from '../../platform/refusals/zod-refusal';
import { compareWithNothing, contributorPasswords } from '../sign-in/compare-with-nothing';
import { createAccount } from './create-account';
import { findByAddress, isNameTaken, type FoundAccount } from './find-account';
import { ACCOUNT_EXISTS, CONFIRMATION } from './mail-names';
import { MAIL_BY_RECIPIENT, MAIL_BY_RECIPIENT_A_DAY } from './rate-rules';
import { registrationSchema, type Registration } from './registration';

/**
 * Reads the body of a registration.
 * @throws Refusal naming every wrong or unexpected field
 */
export const parseRegistration = (body: unknown): Registration => parse(registrationSchema, body);

// Not through the document service, which makes a hash of whatever it is given.
const FORGET_PASSWORD_SQL = 'update up_users set password = null where id = :id and confirmed is not true';

/**
 * Tells the owner of an address that there is an account already. Who registers twice with the same password gets the
 * link to confirm again. With another password neither counts any more, since one of the two may be a stranger's: the
 * owner chooses one by the link in the mail.
 * @param mayMail whether this address has not had too many mails
 */
async function tellOwner(
  strapi: Core.Strapi,
  account: FoundAccount,
  password: string,
  mayMail: boolean,
): Promise<void> {
  const passwords = contributorPasswords(strapi);
  const isSame = account.password
    ? await passwords.validatePassword(password, account.password)
    : await compareWithNothing(passwords, password);
  const mayConfirm = !account.confirmed && isSame === true;
  if (!account.confirmed && !mayConfirm) await sqlOf(strapi)(FORGET_PASSWORD_SQL, { id: account.id });
  if (!mayMail || account.blocked) return;
  await queueMail(strapi, mayConfirm ? CONFIRMATION : ACCOUNT_EXISTS, { accountId: account.id });
}

/** Counts a mail to an address, the same whether or not there is an account. */
async function mayMailTo(strapi: Core.Strapi, address: string): Promise<boolean> {
  const decisions = [];
  for (const rule of [MAIL_BY_RECIPIENT, MAIL_BY_RECIPIENT_A_DAY])
    decisions.push(await consume(strapi, rule, address));
  return decisions.every(({ ok }) => ok);
}

/**
 * Creates an unconfirmed account with the role contributor, and mails the confirmation link. Where there is an account
 * with this address, its owner gets a mail instead, and the caller does not notice.
 * @param requested the language of the request, used for mails unless the body specifies one
 * @throws Refusal `username-taken`: user names are told to others, so they are no secret
 */
export async function registerAccount(
  strapi: Core.Strapi,
  registration: Registration,
  requested: Language,
): Promise<void> {
  const { username, email, password } = registration;
  // Before the address is looked at; a name with an @ is that address.
  if (!username.includes('@') && (await isNameTaken(strapi, username)))
    throw refused('username-taken', ['username']);
  const mayMail = await mayMailTo(strapi, email);
  const known = await findByAddress(strapi, email);
  if (known) return tellOwner(strapi, known, password, mayMail);
  try {
    await inTransaction(strapi, async () => {
      const { id } = await createAccount(strapi, registration, requested);
      if (mayMail) await queueMail(strapi, CONFIRMATION, { accountId: id });
    });
  } catch (error) {
    // Another registration was faster.
    const winner =
      error instanceof Refusal && error.code === 'account-taken'
        ? await findByAddress(strapi, email)
        : undefined;
    if (!winner) throw error;
    await tellOwner(strapi, winner, password, mayMail);
  }
}
