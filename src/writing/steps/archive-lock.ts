import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { fieldLabel } from '../../domain/field-labels';
import { messageOf, type Reason } from '../../domain/messages';
import { actorOf, languageOf } from '../../rules/actor';
import type { DocumentCall } from '../../publication/document-middleware';
import { defaultLocale, rowsOf, type Row } from '../../platform/strapi/rows';

const PRESS_NOTICE = 'api::press-notice.press-notice';

const isArchived = (row: Row): boolean => row.archivedAt !== null && row.archivedAt !== undefined;

const refuse = (strapi: Core.Strapi, reason: Reason, field: string): never => {
  const language = languageOf(strapi);
  const message = messageOf(reason, language, fieldLabel([field], language));
  // Strapi replaces the message of any other ForbiddenError by "Forbidden".
  throw new errors.PolicyError(message, { reason });
};

/** Only a super admin in the admin panel may touch what is archived; code and jobs may not. */
const mayChangeArchive = (strapi: Core.Strapi): boolean => actorOf(strapi) === 'super-admin';

// Archiving itself: the draft says so already, the public version not yet.
const completesArchiving = (action: string, rows: Row[]): boolean =>
  action === 'publish' && !rows.some((row) => row.publishedAt !== null && isArchived(row));

const asStored = (value: unknown): string => JSON.stringify(value ?? null);

const sameValue = (stored: unknown, given: unknown, type: string): boolean =>
  type === 'datetime' && typeof stored === 'string' && typeof given === 'string'
    ? Date.parse(stored) === Date.parse(given)
    : asStored(stored) === asStored(given);

const OF_PARTS = new Set(['relation', 'component', 'dynamiczone', 'media']);
const OF_SERVER = new Set(['createdAt', 'updatedAt', 'publishedAt', 'createdBy', 'updatedBy', 'locale']);

/**
 * The panel's "Publish" writes the draft before it publishes it. Where a saved draft is archived and the public
 * version is not, that write is let through with nothing in it: it may not change a draft that is archived already.
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
    if (type === undefined || OF_PARTS.has(type) || OF_SERVER.has(name)) return true;
    return sameValue(draft[name], value, type);
  });
  if (repeats) call.params.data = {};
  return repeats;
}

const LOCKED_ACTIONS = new Set(['update', 'delete', 'publish', 'unpublish', 'discardDraft']);

/**
 * An archived press notice never changes: update (a new locale too), delete, publish, unpublish and discarding are
 * refused as soon as any of its versions is archived, on every path through the document service.
 * @throws PolicyError (403) unless a super admin acts
 */
export async function assertNotArchived(strapi: Core.Strapi, call: DocumentCall): Promise<void> {
  if (call.uid !== PRESS_NOTICE || !LOCKED_ACTIONS.has(call.action) || mayChangeArchive(strapi)) return;
  const rows = await rowsOf(strapi, PRESS_NOTICE, { documentId: call.params.documentId });
  if (!rows.some(isArchived) || completesArchiving(call.action, rows)) return;
  if (!emptyRepeatedSave(call, rows, await defaultLocale(strapi)))
    refuse(strapi, 'archived-locked', 'pressNotice');
}

/** A copy of an archived notice is a new notice: it is not archived. */
export function unarchiveClone(call: DocumentCall): void {
  if (call.uid !== PRESS_NOTICE || call.action !== 'clone') return;
  call.params.data = { ...call.params.data, archivedAt: null };
}

/**
 * Removing a language in the settings deletes its rows below the document service.
 * @throws PolicyError (403) where it would delete a version of an archived notice
 */
export function lockLocales(strapi: Core.Strapi): void {
  const locales = strapi.plugin('i18n').service('locales') as unknown as LocaleService;
  const remove = locales.delete.bind(locales);
  locales.delete = async ({ id }) => {
    const locale = await locales.findById(id);
    const archived = await rowsOf(strapi, PRESS_NOTICE, {
      locale: locale?.code ?? null,
      archivedAt: { $notNull: true },
    });
    if (archived.length > 0 && !mayChangeArchive(strapi)) refuse(strapi, 'archived-locked', 'pressNotice');
    return remove({ id });
  };
}

interface LocaleService {
  findById(id: number | string): Promise<{ code: string } | null>;
  delete(where: { id: number | string }): Promise<unknown>;
}

/** The files that archived notices use: their attachments, and images inside their text. */
const filesOfArchive = async (strapi: Core.Strapi): Promise<{ ids: Set<string>; body: string }> => {
  const rows = await rowsOf(strapi, PRESS_NOTICE, { archivedAt: { $notNull: true } }, { attachments: true });
  const ids = rows.flatMap(({ attachments }) =>
    ((attachments ?? []) as { id: number }[]).map(({ id }) => String(id)),
  );
  return { ids: new Set(ids), body: JSON.stringify(rows.map(({ body }) => body)) };
};

/** @throws PolicyError (403) where the file belongs to an archived notice, unless a super admin acts */
async function assertFileNotArchived(
  strapi: Core.Strapi,
  file: { id: number | string; hash?: string } | null,
): Promise<void> {
  if (!file || mayChangeArchive(strapi)) return;
  const archive = await filesOfArchive(strapi);
  // The hash is the file's name on disk and part of every address of it.
  const inText = typeof file.hash === 'string' && archive.body.includes(file.hash);
  if (archive.ids.has(String(file.id)) || inText) refuse(strapi, 'file-locked', 'file');
}

type FileId = number | string;

interface UploadService {
  findOne(id: FileId): Promise<{ id: FileId; hash?: string } | null>;
  replace(id: FileId, ...rest: unknown[]): Promise<unknown>;
  updateFileInfo(id: FileId, ...rest: unknown[]): Promise<unknown>;
  remove(file: { id: FileId; hash?: string }): Promise<unknown>;
}

/** Replacing, renaming or deleting a file of an archived notice is refused, whichever route asks for it. */
export function lockFiles(strapi: Core.Strapi): void {
  const upload = strapi.plugin('upload').service('upload') as unknown as UploadService;
  const replace = upload.replace.bind(upload);
  const updateFileInfo = upload.updateFileInfo.bind(upload);
  const remove = upload.remove.bind(upload);
  upload.replace = async (id, ...rest) => {
    await assertFileNotArchived(strapi, await upload.findOne(id));
    return replace(id, ...rest);
  };
  upload.updateFileInfo = async (id, ...rest) => {
    await assertFileNotArchived(strapi, await upload.findOne(id));
    return updateFileInfo(id, ...rest);
  };
  upload.remove = async (file) => {
    await assertFileNotArchived(strapi, file);
    return remove(file);
  };
}
