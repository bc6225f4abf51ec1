import { domainToUnicode } from 'node:url';
import type { Core } from '@strapi/strapi';
import { personalAddress } from '../../domain/email-address';
import { sqlOf, type Sql } from '../../platform/sql/sql';
import type { Account } from './user-uid';

/** An account with what its password is compared with. */
export interface FoundAccount extends Account {
  password: string | null;
}

const COLUMNS = 'id, document_id as "documentId", username, email, confirmed, blocked, language, password';

// The indexes of database/schema/060-accounts.sql. Accounts that editors created may have an address in either spelling.
const IS_ADDRESS = '(lower(email) = lower(:ascii) or lower(email) = lower(:unicode))';

const BY_ADDRESS_SQL = `select ${COLUMNS} from up_users where ${IS_ADDRESS} order by id limit 1`;

// Whose address it is comes before whose user name it is.
const BY_IDENTIFIER_SQL = `
select ${COLUMNS} from up_users
where (${IS_ADDRESS} or lower(username) = lower(:name) or lower(username) = lower(:typed)) and provider = 'local'
order by ${IS_ADDRESS} desc, id limit 1`;

const BY_ID_SQL = `select ${COLUMNS} from up_users where id = :id`;

const NAME_SQL = `select id from up_users where lower(username) = lower(:name) and id <> :accountId limit 1`;

// Longer than any address or user name.
const LONGEST = 300;

/** @param address in the form in which addresses are stored */
const spellings = (address: string): { ascii: string; unicode: string } => {
  const at = address.lastIndexOf('@') + 1;
  return { ascii: address, unicode: address.slice(0, at) + domainToUnicode(address.slice(at)) };
};

/** What people type as who they are, in one form: letter case, blanks around it and spellings of an address are the same. */
export const identifierOf = (typed: string): string =>
  personalAddress(typed) ?? typed.normalize('NFKC').trim().toLowerCase();

/** @param address in the form in which addresses are stored */
export async function findByAddress(strapi: Core.Strapi, address: string): Promise<FoundAccount | undefined> {
  const [found] = await sqlOf(strapi)<FoundAccount>(BY_ADDRESS_SQL, spellings(address));
  return found;
}

/** @param hold locks the row until the transaction ends */
export async function findById(
  sql: Sql,
  id: number,
  { hold = false } = {},
): Promise<FoundAccount | undefined> {
  const [found] = await sql<FoundAccount>(hold ? `${BY_ID_SQL} for update` : BY_ID_SQL, { id });
  return found;
}

/** The account that someone names by its address or user name, however they type it. */
export async function findByIdentifier(
  strapi: Core.Strapi,
  typed: string,
): Promise<FoundAccount | undefined> {
  if (typed.length > LONGEST) return undefined;
  const [found] = await sqlOf(strapi)<FoundAccount>(BY_IDENTIFIER_SQL, {
    ...spellings(personalAddress(typed) ?? ''),
    name: typed.normalize('NFKC').trim(),
    // As releases before stored it.
    typed: typed.normalize('NFC').trim(),
  });
  return found;
}

/** Whether another account has this user name. */
export async function isNameTaken(strapi: Core.Strapi, name: string, accountId = 0): Promise<boolean> {
  return (await sqlOf(strapi)(NAME_SQL, { name, accountId })).length > 0;
}
