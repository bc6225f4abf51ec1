import type { Core } from '@strapi/strapi';
import {
  findByAddress,
  findById,
  findByIdentifier,
  type FoundAccount,
} from '#src/extensions/users-permissions/find-account';
import { normalEmailAddress } from '#src/domain/email-address';
import type { Language } from '#src/languages/language';
import {
  findPersonalData,
  openOf,
  wholeSubject,
  type DataSubject,
  type FoundData,
} from '#src/platform/personal-data/index';
import { refused } from '#src/platform/refusals/refusal';
import { inTransaction, sqlOf } from '#src/platform/sql/sql';
import { deletionOf, type OwnDeletion } from '../deletion/deletions';
import { noteRequest } from '../request-log';

/** A person as an editor names them: by their account, or by an address without one. */
export interface Named {
  readonly accountId?: number | undefined;
  readonly email?: string | undefined;
}

/** What there is of somebody, without the data. */
export interface LookedUp {
  /** To be typed before anything is erased. */
  readonly email: string | null;
  readonly account: {
    readonly id: number;
    readonly username: string;
    readonly deletion: Pick<OwnDeletion, 'listings' | 'dueAt'> | null;
  } | null;
  readonly found: readonly { readonly name: string; readonly what: string; readonly rows: number }[];
  /** What keeps the person from being erased, in words. */
  readonly open: readonly string[];
}

/** Whether a person is one with an account or an address alone. */
export const whoseOf = ({ accountId }: Named): 'account' | 'address' =>
  accountId === undefined ? 'address' : 'account';

/**
 * The person in the form in which data are looked for.
 * @throws Refusal `no-such-account`
 */
export async function subjectOf(strapi: Core.Strapi, { accountId, email }: Named): Promise<DataSubject> {
  if (accountId === undefined) return email === undefined ? {} : { email };
  if (!(await findById(sqlOf(strapi), accountId))) throw refused('no-such-account');
  return { accountId };
}

const describe = (found: readonly FoundData[], language: Language): LookedUp['found'] =>
  found.map(({ name, what, rows }) => ({ name, what: what[language], rows: rows.length }));

async function accountNamed(strapi: Core.Strapi, typed: string): Promise<FoundAccount | undefined> {
  const address = normalEmailAddress(typed);
  return address.ok ? findByAddress(strapi, address.value) : findByIdentifier(strapi, typed);
}

/**
 * What there is of somebody whom an editor names by an address or a user name: how much of which kind, not what. Noted in
 * the log.
 * @throws Refusal `no-such-account` for a user name of nobody
 */
export async function lookUp(
  strapi: Core.Strapi,
  typed: string,
  editorId: number,
  language: Language,
): Promise<LookedUp> {
  const account = await accountNamed(strapi, typed);
  const address = normalEmailAddress(typed);
  if (!account && !address.ok) throw refused('no-such-account', ['person']);
  const who: DataSubject = account ? { accountId: account.id } : address.ok ? { email: address.value } : {};
  const found = await findPersonalData(strapi, who);
  const deletion = account && (await deletionOf(strapi, account.id));
  const open = await inTransaction(strapi, async (sql) => {
    await noteRequest(sql, { what: 'lookup', whose: account ? 'account' : 'address', editorId });
    return openOf(strapi, sql, await wholeSubject(sql, who));
  });
  return {
    email: account?.email ?? who.email ?? null,
    account: account
      ? {
          id: account.id,
          username: account.username,
          deletion: deletion ? { listings: deletion.listings, dueAt: deletion.dueAt } : null,
        }
      : null,
    found: describe(found, language),
    open: open.map((what) => what[language]),
  };
}
