import type { Core } from '@strapi/strapi';
import {
  createInBoth,
  documents,
  publishAll,
  type Data,
  type LocalizedData,
  type Uid,
} from '../import/documents';
import { organisationData } from '../import/domain/document-data';
import type { OrganisationRecord } from '../import/domain/record';
import type {
  DistrictFile,
  LinkedPortalFile,
  OrganisationFile,
  PressNoticeFile,
  ProfileFile,
} from './city-files';

interface Task<T> {
  strapi: Core.Strapi;
  uid: Uid;
  /** The attribute by which an item that is already stored is recognised. */
  key: string;
  items: readonly T[];
  keyOf: (item: T) => string;
  onOne: () => void;
}

/**
 * Writes the items that are not stored yet, each in its own transaction, so that an interrupted load can be resumed.
 */
async function writeAll<T>(task: Task<T>, write: (item: T) => Promise<unknown>): Promise<void> {
  const { strapi, uid, key, items, keyOf, onOne } = task;
  const rows = await documents(strapi, uid).findMany({ locale: 'de', fields: [key] });
  const stored = new Set(rows.map((row) => row[key]));
  for (const item of items) {
    if (!stored.has(keyOf(item))) await strapi.db.transaction(() => write(item));
    onOne();
  }
}

const PROFILE: Uid = 'api::city-profile.city-profile';
const DISTRICT: Uid = 'api::district.district';
const ORGANISATION: Uid = 'api::organisation.organisation';
const LINKED_PORTAL: Uid = 'api::linked-portal.linked-portal';
const PRESS_NOTICE: Uid = 'api::press-notice.press-notice';

const profileData = ({
  claim,
  archiveWarning,
  mailSender,
  imprint,
  operator,
  privacy,
  accessibility,
  termsOfUse,
  ...facts
}: ProfileFile): LocalizedData => {
  const data = (locale: 'de' | 'en'): Data => ({
    ...facts,
    claim: claim[locale],
    archiveWarning: archiveWarning[locale],
    mailSender: mailSender[locale],
    imprint: imprint[locale],
    operator: { ...operator, contactLanguages: operator.contactLanguages[locale] },
    privacy: { ...privacy, processors: privacy.processors[locale] },
    accessibility: { ...accessibility, knownIssues: accessibility.knownIssues[locale] },
    termsOfUse: termsOfUse[locale],
  });
  return { de: data('de'), en: data('en') };
};

export async function loadProfile(strapi: Core.Strapi, profile: ProfileFile): Promise<void> {
  const stored = await documents(strapi, PROFILE).findFirst({ locale: 'de', fields: ['documentId'] });
  if (!stored) await createInBoth(strapi, PROFILE, profileData(profile));
}

export const loadDistricts = (
  strapi: Core.Strapi,
  districts: DistrictFile[],
  onOne: () => void,
): Promise<void> =>
  writeAll(
    { strapi, uid: DISTRICT, key: 'slug', items: districts, keyOf: ({ slug }) => slug, onOne },
    ({ slug, name }) =>
      createInBoth(strapi, DISTRICT, { de: { slug, name: name.de }, en: { slug, name: name.en } }),
  );

export const loadOrganisations = (
  strapi: Core.Strapi,
  organisations: OrganisationFile[],
  onOne: () => void,
): Promise<void> =>
  writeAll(
    { strapi, uid: ORGANISATION, key: 'name', items: organisations, keyOf: ({ name }) => name.de, onOne },
    async (file) => {
      const { externalId, ...rest } = file;
      const record: OrganisationRecord = {
        type: 'organisation',
        source: { system: 'demo', externalId },
        ...rest,
      };
      const data = { de: organisationData(record, 'de'), en: organisationData(record, 'en') };
      await publishAll(strapi, ORGANISATION, await createInBoth(strapi, ORGANISATION, data));
    },
  );

export const loadLinkedPortals = (
  strapi: Core.Strapi,
  portals: LinkedPortalFile[],
  onOne: () => void,
): Promise<void> =>
  writeAll(
    { strapi, uid: LINKED_PORTAL, key: 'url', items: portals, keyOf: ({ url }) => url, onOne },
    async ({ text, ...facts }) => {
      const data = { de: { ...facts, text: text.de }, en: { ...facts, text: text.en } };
      await publishAll(strapi, LINKED_PORTAL, await createInBoth(strapi, LINKED_PORTAL, data));
    },
  );

const noticeData = (notice: PressNoticeFile, locale: 'de' | 'en'): Data => ({
  title: notice.title[locale],
  teaser: notice.teaser[locale],
  body: notice.body[locale],
  publishedOn: notice.publishedOn,
  asOf: notice.asOf,
  author: notice.author,
  topics: notice.topics.map((topic) => ({ name: topic[locale] })),
  audiences: (notice.audiences ?? []).map((audience) => ({ audience })),
});

export const loadPressNotices = (
  strapi: Core.Strapi,
  notices: PressNoticeFile[],
  onOne: () => void,
): Promise<void> =>
  writeAll(
    { strapi, uid: PRESS_NOTICE, key: 'title', items: notices, keyOf: ({ title }) => title.de, onOne },
    async (notice) => {
      // An archived notice is locked at once in all languages, so `archivedAt` is part of the last write before
      // publishing.
      const archivedAt = notice.archivedAt ? { archivedAt: notice.archivedAt } : {};
      const { documentId } = await documents(strapi, PRESS_NOTICE).create({
        data: noticeData(notice, 'de'),
        locale: 'de',
      });
      const en = { ...noticeData(notice, 'en'), ...archivedAt };
      await documents(strapi, PRESS_NOTICE).update({ documentId, data: en, locale: 'en' });
      await publishAll(strapi, PRESS_NOTICE, documentId);
    },
  );
