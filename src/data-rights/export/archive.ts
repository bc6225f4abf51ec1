import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import { ZipFile } from 'yazl';
import { CATALOGUES } from '#src/languages/index';
import type { Language } from '#src/languages/language';
import { findPersonalData } from '#src/platform/personal-data/index';
import { plannedFiles } from '../domain/planned-files';
import { asJson } from './as-json';
import { filesFor, type ExportFile } from './contents';
import { readme } from './readme';

// Twice what an account may upload in a day. What is too much is named in the file to read first.
const MOST_BYTES = 200 * 1_048_576;

const ACCOUNT = 'konto.json';

function add(zip: ZipFile, { path, packed, open }: ExportFile, now: Date, onFailure: (cause: Error) => void) {
  zip.addReadStreamLazy(path, { mtime: now, compress: packed !== true }, (give) => {
    open().then(
      (content) => {
        const stream = content instanceof Readable ? content : Readable.from([content ?? '']);
        stream.on('error', onFailure);
        give(null, stream);
      },
      // Not by `give`, which does not end the archive.
      onFailure,
    );
  });
}

/**
 * Everything about an account as a ZIP archive: one file after the other, each read when its turn comes, so that it takes
 * no more memory than the largest text in it.
 */
export async function archiveOf(
  strapi: Core.Strapi,
  accountId: number,
  language: Language,
  now: Date,
): Promise<Readable> {
  const words = CATALOGUES[language].dataRights.archive;
  const found = await findPersonalData(strapi, { accountId });
  const own = [ACCOUNT, words.readme];
  const { files, leftOut } = plannedFiles(await filesFor(strapi, accountId, language), MOST_BYTES, own);
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const fail = (cause: Error): void => void output.destroy(cause);
  zip.on('error', fail);
  const text = (path: string, content: string): ExportFile => ({
    path,
    bytes: content.length,
    open: () => Promise.resolve(content),
  });
  const about = await readme(strapi, { language, found, files, leftOut, now, account: ACCOUNT });
  for (const file of [text(words.readme, about), text(ACCOUNT, asJson(found, language, now)), ...files])
    add(zip, file, now, fail);
  zip.end();
  return output;
}
