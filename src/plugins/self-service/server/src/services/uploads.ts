import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, basename } from 'node:path';
import sharp from 'sharp';
import type { Core } from '@strapi/strapi';
import { slugOf } from '#src/domain/slug';
import { MAX_PIXELS } from '#src/files/domain/picture-limits';
import { TooManyWaiting } from '#src/files/one-at-a-time';
import { picturesBusy, picturesOf, quotaUsed } from '#src/files/pictures';
import { removedOnFailure } from '#src/files/removed-on-failure';
import { contributorQuota } from '#src/files/upload-quota';
import { inTransaction } from '#src/platform/sql/sql';
import { checkImage, IMAGE_KINDS, MAX_FILES, MAX_IMAGE_EDGE, type ImageKind } from '../domain/image-rules';
import { shapeFile } from '../domain/shape-document';
import { Refusal, refused } from '#src/platform/refusals/refusal';
import { uploadService, type IncomingFile, type StoredFile } from '#src/platform/strapi/uploads';

// A picture of 25 megapixels takes a second or two; a crafted one that takes longer is given up.
const LONGEST_SECONDS = 20;

const OWN_SQL = `insert into stadtverbund.upload_owner (file_id, account_id) values (:fileId, :accountId)`;

const nameOf = (file: IncomingFile): string => basename(file.originalFilename ?? 'bild');

/** The kind of image by its bytes. Sharp refuses what it cannot decode, and reads only the header here. */
async function readImage(file: IncomingFile): Promise<ImageKind> {
  const found = nameOf(file);
  const metadata = await sharp(file.filepath, { limitInputPixels: false })
    .metadata()
    .catch((cause: unknown) => {
      throw refused('not-an-image', ['files'], { found }, { cause });
    });
  const { format, width, height, pages } = metadata;
  const decision = checkImage({ format, width, height, pages, bytes: file.size });
  if (!decision.ok) throw refused(decision.reason, ['files'], { found });
  return decision.kind;
}

/**
 * Re-encodes the pixels: upright, at most 4096 wide or high, without EXIF, position, comments or appended data. A
 * polyglot file is only an image afterwards.
 */
async function reencode(file: IncomingFile, kind: ImageKind, folder: string) {
  const target = join(folder, `${randomUUID()}${IMAGE_KINDS[kind].extension}`);
  await sharp(file.filepath, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .rotate()
    .resize({ width: MAX_IMAGE_EDGE, height: MAX_IMAGE_EDGE, fit: 'inside', withoutEnlargement: true })
    .toFormat(kind)
    .timeout({ seconds: LONGEST_SECONDS })
    .toFile(target)
    .catch((cause: unknown) => {
      throw refused('image-broken', ['files'], { found: nameOf(file) }, { cause });
    });
  const stem = slugOf(basename(nameOf(file), extname(nameOf(file))), 'bild');
  return {
    filepath: target,
    originalFilename: `${stem}${IMAGE_KINDS[kind].extension}`,
    mimetype: IMAGE_KINDS[kind].mime,
    size: (await stat(target)).size,
  };
}

async function store(strapi: Core.Strapi, file: IncomingFile, accountId: number): Promise<StoredFile> {
  return inTransaction(strapi, async (sql) => {
    const [stored] = await uploadService(strapi).upload({ data: { fileInfo: {} }, files: file });
    if (!stored) throw new Error('The upload plugin stored nothing.');
    await sql(OWN_SQL, { fileId: stored.id, accountId });
    return stored;
  });
}

/** In turns of the instance: first all headers, then one picture after the other, then storing them. */
async function takeInTurns(
  strapi: Core.Strapi,
  files: readonly IncomingFile[],
  accountId: number,
  folder: string,
): Promise<StoredFile[]> {
  const pictures = picturesOf(strapi);
  const kinds: ImageKind[] = [];
  await pictures.turn(
    async () => {
      for (const file of files) kinds.push(await readImage(file));
    },
    { first: true },
  );
  const ready = [];
  for (const [at, file] of files.entries())
    ready.push(await pictures.turn(() => reencode(file, kinds[at] ?? 'jpeg', folder)));
  const stored: StoredFile[] = [];
  for (const file of ready)
    stored.push(await pictures.turn(() => removedOnFailure(strapi, () => store(strapi, file, accountId))));
  return stored;
}

// Whether it was refused before anything was decoded.
const costNothing = (error: unknown): boolean =>
  error instanceof TooManyWaiting ||
  (error instanceof Refusal && error.grounds.every(({ code }) => code !== 'image-broken'));

/**
 * Accepts pictures from a contributor: type detected from the bytes, re-encoded, owned by the account. All are checked
 * before the first is stored, and all headers before the first is decoded.
 * @throws Refusal with the status 400, 413, 415 or 429 and what to do
 */
export async function takeUploads(
  strapi: Core.Strapi,
  files: readonly IncomingFile[],
  accountId: number,
): Promise<Record<string, unknown>[]> {
  if (files.length === 0) throw refused('no-files', ['files']);
  if (files.length > MAX_FILES) throw refused('too-many-files', ['files'], { maximum: MAX_FILES });
  const [quota, sizes] = [contributorQuota(), files.map(({ size }) => size)];
  const taken = await quota.take(strapi, accountId, sizes);
  if (!taken.ok) throw quotaUsed(taken.retryAfterSeconds);
  const folder = await mkdtemp(join(tmpdir(), 'stadtverbund-upload-'));
  try {
    const stored = await picturesOf(strapi).admit(() => takeInTurns(strapi, files, accountId, folder));
    return stored.map(shapeFile);
  } catch (error) {
    if (costNothing(error)) await quota.giveBack(strapi, accountId, sizes);
    if (error instanceof TooManyWaiting) throw picturesBusy();
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
