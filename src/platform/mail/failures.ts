import { createHmac } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { appKeysFor } from '../http/app-keys';
import { sqlOf, type Sql } from '../sql/sql';

/** After so many refusals in a row nothing that repeats is sent to an address any more. */
export const TOO_MANY_REFUSALS = 3;

/**
 * An address as it is stored: with a key, since anyone could try all addresses of a city on a plain hash. The first is
 * written, all are looked for, so that APP_KEYS can be rotated.
 */
export const addressHashes = (strapi: Core.Strapi, address: string): string[] =>
  appKeysFor(strapi, 'mail-failure').map((key) =>
    createHmac('sha256', key).update(address.trim().toLowerCase()).digest('base64url'),
  );

// What happened a year ago says nothing about a mailbox any more.
const NOTE = `
with old as (delete from stadtverbund.mail_failure where at < now() - interval '1 year')
insert into stadtverbund.mail_failure (address_hash, code) values (:hash, :code)`;

/** Remembers that the mail server has refused an address for good. @param code its answer, such as `550 5.1.1` */
export async function noteRefusal(strapi: Core.Strapi, address: string, code: string): Promise<void> {
  await sqlOf(strapi)(NOTE, { hash: addressHashes(strapi, address)[0], code });
}

/** Forgets refusals of addresses. @param hashes of `addressHashes` */
export async function forgetHashes(sql: Sql, hashes: readonly string[]): Promise<void> {
  await sql(`delete from stadtverbund.mail_failure where address_hash = any(:hashes)`, {
    hashes: [...hashes],
  });
}

/** Forgets the refusals of an address: it has taken a mail again, or its person is to be forgotten. */
export const forgetRefusals = (
  strapi: Core.Strapi,
  address: string,
  sql: Sql = sqlOf(strapi),
): Promise<void> => forgetHashes(sql, addressHashes(strapi, address));

const LIST = `select at, code from stadtverbund.mail_failure where address_hash = any(:hashes) order by at`;

/** When an address was refused, and how. */
export const listRefusals = (
  strapi: Core.Strapi,
  address: string,
  sql: Sql,
): Promise<{ at: Date; code: string }[]> => sql(LIST, { hashes: addressHashes(strapi, address) });

const COUNT = `
select address_hash as hash, count(*)::int as refused from stadtverbund.mail_failure
where address_hash = any(:hashes) group by address_hash`;

/** How many mails each of some addresses has refused since the last that arrived; those with none are absent. */
export async function refusalsOf(
  strapi: Core.Strapi,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const byHash = new Map(addresses.flatMap((one) => addressHashes(strapi, one).map((hash) => [hash, one])));
  const rows = await sqlOf(strapi)<{ hash: string; refused: number }>(COUNT, { hashes: [...byHash.keys()] });
  const counted = new Map<string, number>();
  for (const { hash, refused } of rows) {
    const address = byHash.get(hash);
    if (address !== undefined) counted.set(address, (counted.get(address) ?? 0) + refused);
  }
  return counted;
}
