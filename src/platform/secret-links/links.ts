import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Language } from '../../languages/language';
import { CATALOGUES } from '../../languages';
import type { Attachment } from '../http/attachment';
import { refused, type Refusal } from '../refusals/refusal';
import { parse } from '../refusals/zod-refusal';
import { inTransaction, sqlOf, type Sql } from '../sql/sql';
import type { Link, LinkPurpose, LinkView } from './contract';
import { decideUse, decideView, type Uses } from './domain/decide-use';
import { digestOfUse, hashOfToken } from './token';
import * as SQL from './links.sql';
import { purposeNamed } from './purposes';

interface StoredLink extends Link, Uses {
  /** JSON of what was answered to the last use. */
  readonly answer: string | null;
  readonly sentAgainAt: Date | null;
}

interface Found {
  readonly link: StoredLink;
  readonly purpose: LinkPurpose;
}

const NO_FIELDS = z.strictObject({});

const unknown = (): Refusal => refused('link-unknown');

const expired = ({ purpose }: Found): Refusal =>
  refused('link-expired', [], {}, { facts: { canBeSentAgain: purpose.sendAgain !== undefined } });

/** @throws Refusal `link-unknown` */
async function linkOf(strapi: Core.Strapi, sql: Sql, token: string, statement: string): Promise<Found> {
  const tokenHash = hashOfToken(token);
  if (!tokenHash) throw unknown();
  const [link] = await sql<StoredLink>(statement, { tokenHash });
  const purpose = link && purposeNamed(strapi, link.purpose);
  if (!purpose) throw unknown();
  return { link, purpose };
}

/**
 * What a link is about and what can be done with it; after its last use, what was done. Changes nothing.
 * @throws Refusal `link-unknown`, `link-expired`
 */
export async function findLink(strapi: Core.Strapi, token: string, language: Language): Promise<LinkView> {
  const found = await linkOf(strapi, sqlOf(strapi), token, SQL.FIND_SQL);
  return viewOf(strapi, found, language);
}

async function viewOf(strapi: Core.Strapi, found: Found, language: Language): Promise<LinkView> {
  const { link, purpose } = found;
  const shown = decideView(link, new Date());
  if (shown === 'expired') throw expired(found);
  const view = shown === 'answer' ? answerOf(link) : await purpose.show(strapi, link, language);
  if (!view) throw unknown();
  return view;
}

const answerOf = ({ answer }: StoredLink): LinkView | undefined =>
  answer === null ? undefined : (JSON.parse(answer) as LinkView);

/**
 * What a link of a purpose is about, for a door other than its page; `undefined` unless its button can still be pressed.
 */
export async function subjectOfLink(sql: Sql, token: string, purpose: string): Promise<string | undefined> {
  const tokenHash = hashOfToken(token);
  const [link] = tokenHash ? await sql<StoredLink>(SQL.FIND_SQL, { tokenHash }) : [];
  return link?.purpose === purpose && decideView(link, new Date()) === 'actions' ? link.subject : undefined;
}

/**
 * The file behind a button of a link; `undefined` if the button does something else. Changes nothing.
 * @throws Refusal `link-unknown`, `link-used`, `link-expired`
 */
export async function fileOfLink(
  strapi: Core.Strapi,
  token: string,
  action: string,
  language: Language,
): Promise<Attachment | undefined> {
  const found = await linkOf(strapi, sqlOf(strapi), token, SQL.FIND_SQL);
  const { link, purpose } = found;
  const open = Object.hasOwn(purpose.files ?? {}, action) ? purpose.files?.[action] : undefined;
  if (!open) return undefined;
  const shown = decideView(link, new Date());
  if (shown === 'expired') throw expired(found);
  if (shown === 'answer') throw refused('link-used');
  const file = await open(strapi, link, language);
  if (!file) throw unknown();
  return file;
}

/**
 * Does what a button of a link says. The same request again gets the same answer and changes nothing; of two at once, one
 * does it and both get its answer.
 * @param action name of the button
 * @param input the form's fields
 * @throws Refusal `link-unknown` (also if the link has no such action), `link-used`, `link-expired`, those of the fields,
 * and those of the action
 */
export function useLink(
  strapi: Core.Strapi,
  token: string,
  action: string,
  input: Readonly<Record<string, unknown>>,
  language: Language,
): Promise<LinkView> {
  return inTransaction(strapi, async (sql) => {
    const found = await linkOf(strapi, sql, token, SQL.LOCK_SQL);
    const { link, purpose } = found;
    const wanted = Object.hasOwn(purpose.actions, action) ? purpose.actions[action] : undefined;
    if (!wanted) throw unknown();
    const usedFor = digestOfUse(token, action, input);
    const decision = decideUse(link, usedFor, new Date());
    const answered = decision === 'again' ? answerOf(link) : undefined;
    if (answered) return answered;
    if (decision === 'expired') throw expired(found);
    if (decision !== 'use') throw refused('link-used');
    const answer = await wanted.run(strapi, sql, link, parse(wanted.fields ?? NO_FIELDS, input), language);
    await sql(SQL.USE_SQL, { id: link.id, usedFor, answer: JSON.stringify(answer) });
    return answer;
  });
}

/**
 * Has an expired link mailed once more, to the address on file. The answer is the same whether or not there is one, and
 * whether or not it was already sent. For a link that has not expired, it is what `findLink` says.
 * @throws Refusal `link-unknown`, `link-expired` if links of this kind cannot be sent again
 */
export function sendLinkAgain(strapi: Core.Strapi, token: string, language: Language): Promise<LinkView> {
  return inTransaction(strapi, async (sql) => {
    const found = await linkOf(strapi, sql, token, SQL.LOCK_SQL);
    const { link, purpose } = found;
    if (decideView(link, new Date()) !== 'expired') return viewOf(strapi, found, language);
    if (!purpose.sendAgain) throw expired(found);
    if (!link.sentAgainAt) {
      await purpose.sendAgain(strapi, link);
      await sql(SQL.SENT_AGAIN_SQL, { id: link.id });
    }
    return { ...CATALOGUES[language].links.sentAgain, actions: [] };
  });
}
