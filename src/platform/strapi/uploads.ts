import type { Core } from '@strapi/strapi';

export type FileId = number | string;

/** A file of the media library. */
export interface StoredFile extends Record<string, unknown> {
  readonly id: number;
  /** Its name on disk, and part of its address. */
  readonly hash?: string;
}

/** A file on its way in, as the body parser leaves it. Its name and type are what the client says. */
export interface IncomingFile {
  readonly filepath: string;
  readonly originalFilename?: string | null;
  readonly mimetype?: string;
  readonly size: number;
}

interface Options {
  readonly user?: { readonly id: number };
}

/** What of Strapi's service reads and writes files; a test holds that nothing else writes. */
export interface UploadService {
  findOne(id: FileId): Promise<StoredFile | null>;
  upload(
    request: { data?: object; files: IncomingFile | IncomingFile[] },
    options?: Options,
  ): Promise<StoredFile[]>;
  replace(id: FileId, request: { file: IncomingFile }, options?: Options): Promise<unknown>;
  updateFileInfo(id: FileId, ...rest: unknown[]): Promise<unknown>;
  remove(file: StoredFile, ...rest: unknown[]): Promise<unknown>;
}

/** The service behind the media library: what it writes goes through our steps (`patches/file-writes.ts`). */
export const uploadService = (strapi: Core.Strapi): UploadService =>
  strapi.plugin('upload').service<UploadService>('upload');

interface FileService {
  signFileUrls(file: Record<string, unknown>): Promise<Record<string, unknown>>;
}

/** A file with an address that can be called: signed, where the storage asks for it. */
export const withSignedUrls = (
  strapi: Core.Strapi,
  file: Record<string, unknown>,
): Promise<Record<string, unknown>> =>
  strapi.plugin('upload').service<FileService>('file').signFileUrls(file);
