import type { Core } from '@strapi/strapi';
import { functionsOf } from './functions-of';
import {
  uploadService,
  type FileId,
  type IncomingFile,
  type StoredFile,
  type UploadService,
} from '../uploads';

/** One call that changes the media library. */
export interface FileWrite {
  readonly action: 'upload' | 'replace' | 'update' | 'remove';
  /** The existing file; absent for an upload, or if there is none. */
  readonly file?: StoredFile | undefined;
  /** The files to store, for `upload` and `replace`. */
  readonly incoming: readonly IncomingFile[];
  /** The editor who sends it, if known to Strapi. */
  readonly user?: { readonly id: number } | undefined;
}

/** A step in every write of a file: calls `next` once and returns its result, or throws. */
export interface FileStep {
  readonly name: string;
  around(strapi: Core.Strapi, write: FileWrite, next: () => Promise<unknown>): Promise<unknown>;
}

/** The wrapped functions of the service `upload`. */
export const FILE_WRITES = ['upload', 'replace', 'updateFileInfo', 'remove'] as const;

/**
 * Puts steps around everything that writes a file, by any route or code. Call once, in `bootstrap()`.
 *
 * @param steps outermost first
 * @throws Error, which ends the boot, if Strapi's service has changed
 */
export function onFileWrites(strapi: Core.Strapi, steps: readonly FileStep[]): void {
  const service = functionsOf<UploadService>(
    'file-writes',
    'The upload service',
    uploadService(strapi),
    'findOne',
    ...FILE_WRITES,
  );
  const [upload, replace] = [service.upload.bind(service), service.replace.bind(service)];
  const [update, remove] = [service.updateFileInfo.bind(service), service.remove.bind(service)];
  const stored = async (id: FileId): Promise<StoredFile | undefined> =>
    (await service.findOne(id)) ?? undefined;
  const through = (write: FileWrite, last: () => Promise<unknown>): Promise<unknown> =>
    steps.reduceRight<() => Promise<unknown>>((next, step) => () => step.around(strapi, write, next), last)();

  service.upload = async (request, options) =>
    (await through({ action: 'upload', incoming: [request.files].flat(), user: options?.user }, () =>
      upload(request, options),
    )) as StoredFile[];
  service.replace = async (id, request, options) =>
    through(
      { action: 'replace', file: await stored(id), incoming: [request.file], user: options?.user },
      () => replace(id, request, options),
    );
  service.updateFileInfo = async (id, ...rest) =>
    through({ action: 'update', file: await stored(id), incoming: [] }, () => update(id, ...rest));
  service.remove = (file, ...rest) =>
    through({ action: 'remove', file, incoming: [] }, () => remove(file, ...rest));
}
