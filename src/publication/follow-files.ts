import type { Core } from '@strapi/strapi';
import { inPublicationBatch } from './batch';
import { FILE } from './dependents/paths';
import { shownBy } from './dependents/shown-by';

type FileId = number | string;

interface UploadService {
  replace(id: FileId, ...rest: unknown[]): Promise<unknown>;
  updateFileInfo(id: FileId, ...rest: unknown[]): Promise<unknown>;
  remove(file: { id: FileId }, ...rest: unknown[]): Promise<unknown>;
}

/**
 * Announces what shows a file when it is replaced, gets another alternative text or caption, or is removed (with its
 * folder too), whichever route asks for it. To be called in `bootstrap`.
 *
 * The row is written in the transaction of the announcement. The bytes are not: storage knows no rollback.
 */
export function followFiles(strapi: Core.Strapi): void {
  const upload = strapi.plugin('upload').service('upload') as unknown as UploadService;
  const replace = upload.replace.bind(upload);
  const updateFileInfo = upload.updateFileInfo.bind(upload);
  const remove = upload.remove.bind(upload);
  upload.replace = (id, ...rest) => announcing(strapi, id, () => replace(id, ...rest));
  upload.updateFileInfo = (id, ...rest) => announcing(strapi, id, () => updateFileInfo(id, ...rest));
  upload.remove = (file, ...rest) => announcing(strapi, file.id, () => remove(file, ...rest));
}

function announcing(strapi: Core.Strapi, id: FileId, write: () => Promise<unknown>): Promise<unknown> {
  return inPublicationBatch(strapi, async (batch) => {
    // Before the write: a removed file is shown by nothing.
    const showing = await shownBy(strapi, FILE, [Number(id)]);
    const result = await write();
    batch.touch(showing);
    return result;
  });
}
