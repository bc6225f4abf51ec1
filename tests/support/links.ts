import type { LinkView } from '#src/platform/secret-links/index';
import { request } from './request';
import { startedApp } from './started-app';
import { differences, readTables } from './table-rows';

/** What `/api/links/…` answers. */
export interface LinkAnswer {
  data: LinkView;
  error: { message: string; details: { code: string; canBeSentAgain?: boolean } };
}

let count = 0;

/** The address of somebody without an account. */
export const someone = (): string => `leute${(count += 1)}@example.org`;

/** What a link of a mail shows. */
export const showLink = (token: string, language = 'de') =>
  request<LinkAnswer>(`/api/links/${token}`, { headers: { 'accept-language': language } });

/** Presses a button of it. */
export const actOnLink = (token: string, action: string, body: object = {}) =>
  request<LinkAnswer>(`/api/links/${token}/${action}`, { body });

/** Asserts that something leaves every row as it is; counters of limits are kept elsewhere. */
export async function changesNothing(what: () => Promise<unknown>): Promise<void> {
  const { databaseUrl } = startedApp();
  const before = await readTables(databaseUrl);
  await what();
  const changed = differences(before, await readTables(databaseUrl)).filter(
    ({ table }) => !/rate_limit|pgboss|strapi_sessions/.test(table),
  );
  expect(changed).toEqual([]);
}
