import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, basename } from 'node:path';
import sharp from 'sharp';
import type { Core } from '@strapi/strapi';
import { slugOf } from '../../../../../domain/slug';
import { inTransaction } from '../../../../../sql/sql';
import {
  checkImage,
  IMAGE_KINDS,
  MAX_FILES,
  MAX_IMAGE_EDGE,
  MAX_IMAGE_PIXELS,
  type ImageKind,
} from '../domain/image-rules';
import { shapeFile } from '../domain/shape-document';
import { refused } from '../refused';

/** A file as the body parser leaves it. Its name and type are what the client says. */
export interface IncomingFile {
  filepath: string;
  originalFilename: string | null;
  size: number;
}

interface StoredFile extends Record<string, unknown> {
  id: number;
}

interface UploadService {
  upload(request: { data: object; files: object }): Promise<StoredFile[]>;
}

const OWN_SQL = `insert into stadtverbund.upload_owner (file_id, account_id) values (:fileId, :accountId)`;

const nameOf = (file: IncomingFile): string => basename(file.originalFilename ?? 'bild');

/** What the bytes are; sharp refuses what it cannot decode, and decodes only the head here. */
async function readImage(file: IncomingFile): Promise<ImageKind> {
  const found = nameOf(file);
  const metadata = await sharp(file.filepath, { limitInputPixels: false })
    .metadata()
    .catch((cause: unknown) => {
      throw Object.assign(refused('not-an-image', ['files'], { found }), { cause });
    });
  const { format, width, height } = metadata;
  const decision = checkImage({ format, width, height, bytes: file.size });
  if (!decision.ok) throw refused(decision.reason, ['files'], { found });
  return decision.kind;
}

/**
 * Writes the pixels anew: upright, at most 4096 wide or high, without EXIF, position, comments or anything appended.
 * A file that is also something else (a polyglot) is only an image afterwards.
 */
async function reencode(file: IncomingFile, kind: ImageKind, folder: string) {
  const target = join(folder, `${randomUUID()}${IMAGE_KINDS[kind].extension}`);
  await sharp(file.filepath, { limitInputPixels: MAX_IMAGE_PIXELS, failOn: 'error' })
    .rotate()
    .resize({ width: MAX_IMAGE_EDGE, height: MAX_IMAGE_EDGE, fit: 'inside', withoutEnlargement: true })
    .toFormat(kind)
    .toFile(target)
    .catch((cause: unknown) => {
      throw Object.assign(refused('image-broken', ['files'], { found: nameOf(file) }), { cause });
    });
  const stem = slugOf(basename(nameOf(file), extname(nameOf(file))), 'bild');
  return {
    filepath: target,
    originalFilename: `${stem}${IMAGE_KINDS[kind].extension}`,
    mimetype: IMAGE_KINDS[kind].mime,
    size: (await stat(target)).size,
  };
}

async function store(strapi: Core.Strapi, file: object, accountId: number): Promise<StoredFile> {
  const upload = strapi.plugin('upload').service('upload') as unknown as UploadService;
  return inTransaction(strapi, async (sql) => {
    const [stored] = await upload.upload({ data: { fileInfo: {} }, files: file });
    if (!stored) throw new Error('The upload plugin stored nothing.');
    await sql(OWN_SQL, { fileId: stored.id, accountId });
    return stored;
  });
}

/**
 * Takes in pictures of a contributor: sniffed, encoded anew, owned by the account. All are checked before the first
 * is stored.
 * @throws Refused with the status 400, 413 or 415 and what to do
 */
export async function takeUploads(
  strapi: Core.Strapi,
  files: readonly IncomingFile[],
  accountId: number,
): Promise<Record<string, unknown>[]> {
  if (files.length === 0) throw refused('no-files', ['files']);
  if (files.length > MAX_FILES) throw refused('too-many-files', ['files'], { maximum: MAX_FILES });
  const folder = await mkdtemp(join(tmpdir(), 'stadtverbund-upload-'));
  try {
    const ready = [];
    for (const file of files) ready.push(await reencode(file, await readImage(file), folder));
    const stored = [];
    for (const file of ready) stored.push(shapeFile(await store(strapi, file, accountId)));
    return stored;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
