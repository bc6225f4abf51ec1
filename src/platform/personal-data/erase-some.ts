import type { Core } from '@strapi/strapi';
import type { Sql } from '../sql/sql';
import type { DataSubject, ErasureReason } from './contract';
import { holdPerson } from './erase-person';
import { personalDataOf } from './registry';
import { assertNothingOpen } from './what-is-open';

/**
 * Erases what some declarations know of somebody, and leaves the rest. Under the same lock as an erasure of everything.
 * @param names of declarations; one that is not there, or erases nothing, is as if not named
 * @throws Refusal `erasure-open` if something in them is open
 */
export async function eraseSome(
  strapi: Core.Strapi,
  sql: Sql,
  who: DataSubject,
  reason: ErasureReason,
  names: readonly string[],
): Promise<void> {
  await holdPerson(sql, who);
  await assertNothingOpen(strapi, sql, who, names);
  const chosen = personalDataOf(strapi).filter(({ name }) => names.includes(name));
  for (const data of [...chosen.filter((one) => !one.erasedLast), ...chosen.filter((one) => one.erasedLast)])
    await data.erase?.(sql, who, reason, { listings: 'leave' });
}
