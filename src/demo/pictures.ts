import { statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Core } from '@strapi/strapi';
import type { PictureRecord } from '../import/domain/record';
import type { PictureFile } from './city-files';
import { FILE } from '../platform/strapi/schema';
import { uploadService } from '../platform/strapi/uploads';

const MIME: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
};

/** Uploads a picture from a city's folder once; a second call finds it by its name. */
export async function ensurePicture(
  strapi: Core.Strapi,
  folder: string,
  picture: PictureFile,
): Promise<PictureRecord> {
  const { file, alternativeText, caption, credit } = picture;
  const name = `demo-${basename(file)}`;
  const stored = (await strapi.db.query(FILE).findOne({ where: { name }, select: ['id'] })) as {
    id: number;
  } | null;
  const image = stored?.id ?? (await upload(strapi, join(folder, file), name, picture));
  return { image, alternativeText, caption, credit };
}

async function upload(
  strapi: Core.Strapi,
  filepath: string,
  name: string,
  picture: PictureFile,
): Promise<number> {
  const [uploaded] = await uploadService(strapi).upload({
    data: { fileInfo: { name, alternativeText: picture.alternativeText.de, caption: picture.caption.de } },
    files: {
      filepath,
      originalFilename: name,
      mimetype: MIME[extname(filepath)] ?? 'application/octet-stream',
      size: statSync(filepath).size,
    },
  });
  if (!uploaded) throw new Error(`${filepath} could not be uploaded.`);
  return uploaded.id;
}
