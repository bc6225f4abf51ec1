import type { Core } from '@strapi/strapi';
import { personalAddress } from '#src/domain/email-address';
import { findById } from '#src/extensions/users-permissions/find-account';
import { erasePerson } from '#src/platform/personal-data/index';
import { refused } from '#src/platform/refusals/refusal';
import { inTransaction, type Sql } from '#src/platform/sql/sql';
import { writeAs } from '#src/writing/origin';
import type { Listings } from '../deletion/deletions';
import { eraseAccount, sendFarewell } from '../deletion/erase-account';
import { holdAccount } from '../deletion/hold-account';
import { noteRequest } from '../request-log';
import type { Named } from './look-up';

interface Confirmed {
  /** The address, or for an account without one its user name, as the editor has typed it. */
  readonly confirmation: string;
  readonly listings: Listings;
  readonly editorId: number;
}

const assertTyped = (confirmation: string, shown: string): void => {
  const isSame =
    confirmation.trim().toLowerCase() === shown.toLowerCase() || personalAddress(confirmation) === shown;
  if (!isSame) throw refused('confirmation-differs', ['confirmation']);
};

async function eraseAddress(
  strapi: Core.Strapi,
  sql: Sql,
  email = '',
  { confirmation, editorId }: Omit<Confirmed, 'listings'>,
): Promise<undefined> {
  assertTyped(confirmation, email);
  await erasePerson(strapi, sql, { email }, 'by-editor');
  await noteRequest(sql, { what: 'erasure', whose: 'address', editorId });
}

/**
 * Erases somebody who has asked an editor for it, at once. An account gets a last mail that says so.
 * @throws Refusal `confirmation-differs`, `no-such-account`, `erasure-open`
 */
export async function eraseFor(
  strapi: Core.Strapi,
  { accountId, email }: Named,
  { confirmation, listings, editorId }: Confirmed,
): Promise<void> {
  const letter = await writeAs(strapi, 'system', () =>
    inTransaction(strapi, async (sql) => {
      if (accountId === undefined) return eraseAddress(strapi, sql, email, { confirmation, editorId });
      await holdAccount(sql, accountId);
      const account = await findById(sql, accountId);
      if (!account) throw refused('no-such-account');
      assertTyped(confirmation, account.email || account.username);
      return eraseAccount(strapi, sql, { accountId, listings, editorId });
    }),
  );
  await sendFarewell(strapi, letter);
}
