import type { Core } from '@strapi/strapi';
import { functionsOf } from './functions-of';

type FileId = number | string;

/** A file that is stored. */
interface StoredFile {
  readonly id: FileId;
  /** Its name on disk, which is part of its address. */
  readonly hash?: string;
}

/** An incoming file, as provided by the body parser. */
export interface IncomingFile {
  readonly filepath: string;
  readonly originalFilename?: string | null;
  readonly size: number;
}

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

interface Options {
  readonly user?: { readonly id: number };
}

/** The functions of Strapi's service that write files; a test makes sure that there are no others. */
interface UploadService {
  findOne(id: FileId): Promise<StoredFile | null>;
  upload(request: { files: IncomingFile | IncomingFile[] }, options?: Options): Promise<unknown>;
  replace(id: FileId, request: { file: IncomingFile }, options?: Options): Promise<unknown>;
  updateFileInfo(id: FileId, ...rest: unknown[]): Promise<unknown>;
  remove(file: StoredFile, ...rest: unknown[]): Promise<unknown>;
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
    strapi.plugin('upload').service('upload'),
    'findOne',
    ...FILE_WRITES,
  );
  const [upload, replace] = [service.upload.bind(service), service.replace.bind(service)];
  const [update, remove] = [service.updateFileInfo.bind(service), service.remove.bind(service)];
  const stored = async (id: FileId): Promise<StoredFile | undefined> =>
    (await service.findOne(id)) ?? undefined;
  const through = (write: FileWrite, last: () => Promise<unknown>): Promise<unknown> =>
    steps.reduceRight<() => Promise<unknown>>((next, step) => () => step.around(strapi, write, next), last)();

  service.upload = (request, options) =>
    through({ action: 'upload', incoming: [request.files].flat(), user: options?.user }, () =>
      upload(request, options),
    );
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
