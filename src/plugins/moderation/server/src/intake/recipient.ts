import type { Core } from '@strapi/strapi';
import { CATALOGUES } from '#src/languages/index';
import { languageFor, type Language } from '#src/languages/language';
import { ofEditors, type MailText } from '#src/languages/mail-text';
import { cityTimeZone } from '#src/city/known-city';
import { readPerson } from '#src/platform/people/people';
import { sqlOf } from '#src/platform/sql/sql';
import type { IntakeItem, Recipient } from '../contract';
import { itemsIn } from './items';
import * as SQL from './store.sql';

interface Account {
  readonly username: string;
  readonly email: string;
  readonly blocked: boolean | null;
  readonly language?: string | null;
}

/** Whom something is answered to; nobody if they gave no address, are erased, or the account is blocked. */
export async function recipientOf(
  strapi: Core.Strapi,
  { personId, accountId, language }: IntakeItem,
): Promise<Recipient | undefined> {
  if (personId !== null) {
    const person = await readPerson(sqlOf(strapi), personId);
    return person && { email: person.email, name: person.name, language: languageFor(person.locale) };
  }
  if (accountId === null) return undefined;
  const account = (await strapi.db
    .query('plugin::users-permissions.user')
    .findOne({ where: { id: accountId } })) as Account | null;
  if (!account || account.blocked) return undefined;
  const { email, username: name } = account;
  return { email, name, language: languageFor(account.language ?? language) };
}

export async function readIntake(strapi: Core.Strapi, id: string): Promise<IntakeItem | undefined> {
  const [item] = await itemsIn(sqlOf(strapi), SQL.ONE_SQL, { id });
  return item;
}

const written = (at: Date, language: Language, timeZone: string): MailText =>
  ofEditors(new Intl.DateTimeFormat(CATALOGUES[language].dates, { dateStyle: 'long', timeZone }).format(at));

/** The day of a moment in the city, in words: 24. November 2026 */
export const dayInWords = async (strapi: Core.Strapi, at: Date, language: Language): Promise<MailText> =>
  written(at, language, await cityTimeZone(strapi));

/** A day in words. @param day ISO date */
export const isoDayInWords = (day: string, language: Language): MailText =>
  written(new Date(`${day}T00:00:00Z`), language, 'UTC');
