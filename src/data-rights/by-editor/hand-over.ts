import type { Core } from '@strapi/strapi';
import type { Language } from '#src/languages/language';
import type { Attachment } from '#src/platform/http/attachment';
import { pageAddress } from '#src/platform/pages/pages';
import { findPersonalData } from '#src/platform/personal-data/index';
import { refused } from '#src/platform/refusals/refusal';
import { newLink } from '#src/platform/secret-links/index';
import { inTransaction, sqlOf } from '#src/platform/sql/sql';
import { archiveName } from '../export/archive-name';
import { asJson } from '../export/as-json';
import { noteRequest } from '../request-log';
import { ARCHIVE, archiveSubject } from './archive-link';
import { subjectOf, whoseOf, type Named } from './look-up';

// To be followed at once, by the panel.
const LINK_MS = 600_000;

const note = (strapi: Core.Strapi, person: Named, editorId: number): Promise<void> =>
  noteRequest(sqlOf(strapi), { what: 'download', whose: whoseOf(person), editorId });

/**
 * What is known of somebody as JSON, for an editor who answers a letter.
 * @throws Refusal `no-such-account`
 */
export async function jsonFor(
  strapi: Core.Strapi,
  person: Named,
  editorId: number,
  language: Language,
): Promise<Attachment> {
  const now = new Date();
  const found = await findPersonalData(strapi, await subjectOf(strapi, person));
  await note(strapi, person, editorId);
  return {
    name: archiveName(now, 'json'),
    type: 'application/json; charset=utf-8',
    content: asJson(found, language, now),
  };
}

/**
 * Where the same of an account is handed over as a ZIP archive, with listings and pictures: to a POST, for ten minutes.
 * @throws Refusal `no-such-account`, also for an address alone
 */
export async function archiveFor(
  strapi: Core.Strapi,
  person: Named,
  editorId: number,
  language: Language,
): Promise<{ url: string }> {
  const { accountId } = await subjectOf(strapi, person);
  if (accountId === undefined) throw refused('no-such-account');
  return inTransaction(strapi, async (sql) => {
    await noteRequest(sql, { what: 'download', whose: 'account', editorId });
    const expiresAt = new Date(Date.now() + LINK_MS);
    const token = await newLink(sql, { purpose: ARCHIVE, subject: archiveSubject(accountId), expiresAt });
    return { url: `${pageAddress(strapi, 'secret-link', language, { token })}/download` };
  });
}
