import type { Core } from '@strapi/strapi';
import { refused } from '../../platform/refusals/refusal';
import type { FileStep, FileWrite, LocaleStep } from '../../platform/strapi/patches';
import { rowsOf, type Row } from '../../platform/strapi/documents';
import { defaultLocale } from '../../platform/strapi/locales';
import { STRAPI_ATTRIBUTES } from '../../platform/strapi/schema';
import { originOf } from '../origin';
import type { DocumentCall, Step } from '../step';

const PRESS_NOTICE = 'api::press-notice.press-notice';

const isArchived = (row: Row): boolean => row.archivedAt !== null && row.archivedAt !== undefined;

/** Only a super admin in the admin panel may change what is archived; code and jobs may not. */
const mayChangeArchive = (strapi: Core.Strapi): boolean => originOf(strapi).isSuperAdmin;

// Archiving itself: the draft is already archived, the public version not yet.
const completesArchiving = (action: string, rows: Row[]): boolean =>
  action === 'publish' && !rows.some((row) => row.publishedAt !== null && isArchived(row));

const asStored = (value: unknown): string => JSON.stringify(value ?? null);

const sameValue = (stored: unknown, given: unknown, type: string): boolean =>
  type === 'datetime' && typeof stored === 'string' && typeof given === 'string'
    ? Date.parse(stored) === Date.parse(given)
    : asStored(stored) === asStored(given);

const OF_PARTS = new Set(['relation', 'component', 'dynamiczone', 'media']);

/**
 * The panel's "Publish" writes the draft before it publishes it. If the saved draft is archived and the public version
 * is not, that write is let through without its data, since it must not change a draft that is already archived.
 */
function emptyRepeatedSave(call: DocumentCall, rows: Row[], mainLocale: string): boolean {
  const { data = {}, locale } = call.params;
  const drafts = rows.filter(({ publishedAt }) => publishedAt === null);
  const draft = drafts.find((row) => row.locale === (locale ?? mainLocale));
  const isPublic = rows.some(({ publishedAt }) => publishedAt !== null);
  if (call.action !== 'update' || !draft || !isPublic || !completesArchiving('publish', rows)) return false;
  const { attributes } = call.contentType;
  const repeats = Object.entries(data).every(([name, value]) => {
    const type = attributes[name]?.type;
    if (type === undefined || OF_PARTS.has(type) || STRAPI_ATTRIBUTES.has(name)) return true;
    return sameValue(draft[name], value, type);
  });
  if (repeats) call.params.data = {};
  return repeats;
}

const LOCKED_ACTIONS = new Set(['update', 'delete', 'publish', 'unpublish', 'discardDraft']);

/** @throws Refusal (403) unless a super admin is acting */
async function assertNotArchived(strapi: Core.Strapi, call: DocumentCall): Promise<void> {
  if (mayChangeArchive(strapi)) return;
  const rows = await rowsOf(strapi, PRESS_NOTICE, { documentId: call.params.documentId });
  if (!rows.some(isArchived) || completesArchiving(call.action, rows)) return;
  if (!emptyRepeatedSave(call, rows, await defaultLocale(strapi)))
    throw refused('archived-locked', ['pressNotice']);
}

// A copy of an archived notice is a new notice and not archived.
function unarchiveClone(call: DocumentCall): void {
  call.params.data = { ...call.params.data, archivedAt: null };
}

/**
 * An archived press notice never changes: update (a new locale too), delete, publish, unpublish and discarding are
 * refused as soon as any of its versions is archived, on every path through the document service.
 */
export const archiveLock: Step = {
  name: 'archive-lock',
  appliesTo: (_strapi, { uid, action }) =>
    uid === PRESS_NOTICE && (LOCKED_ACTIONS.has(action) || action === 'clone'),
  before: (strapi, call) =>
    call.action === 'clone' ? unarchiveClone(call) : assertNotArchived(strapi, call),
};

/**
 * Removing a language in the settings deletes its rows below the document service: refused (403) if it would delete a
 * version of an archived notice, unless a super admin is acting.
 */
export const archivedLocales: LocaleStep = {
  name: 'archive-lock',
  async around(strapi, locale, next) {
    const archived = await rowsOf(strapi, PRESS_NOTICE, {
      locale: locale?.code ?? null,
      archivedAt: { $notNull: true },
    });
    if (archived.length > 0 && !mayChangeArchive(strapi)) throw refused('archived-locked', ['pressNotice']);
    return next();
  },
};

/** The files that archived notices use: their attachments, and images inside their text. */
const filesOfArchive = async (strapi: Core.Strapi): Promise<{ ids: Set<string>; body: string }> => {
  const rows = await rowsOf(strapi, PRESS_NOTICE, { archivedAt: { $notNull: true } }, { attachments: true });
  const ids = rows.flatMap(({ attachments }) =>
    ((attachments ?? []) as { id: number }[]).map(({ id }) => String(id)),
  );
  return { ids: new Set(ids), body: JSON.stringify(rows.map(({ body }) => body)) };
};

async function assertFileNotArchived(strapi: Core.Strapi, { file }: FileWrite): Promise<void> {
  if (!file || mayChangeArchive(strapi)) return;
  const archive = await filesOfArchive(strapi);
  // The hash is the file's name on disk and part of all its addresses.
  const inText = typeof file.hash === 'string' && archive.body.includes(file.hash);
  if (archive.ids.has(String(file.id)) || inText) throw refused('file-locked', ['file']);
}

/**
 * Replacing, renaming or deleting a file of an archived notice is refused (403) on every route, unless a super admin is
 * acting.
 */
export const archivedFiles: FileStep = {
  name: 'archive-lock',
  async around(strapi, write, next) {
    await assertFileNotArchived(strapi, write);
    return next();
  },
};
