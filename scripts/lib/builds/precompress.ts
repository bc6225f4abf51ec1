import { readFileSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { filesBelow } from './content-hash';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

// Not pages: Strapi marks every file except *.html as immutable, which would include index.html.br.
const COMPRESSED = new Set(['.js', '.css', '.svg', '.json']);
// Below this it fits one packet anyway.
const SMALLEST = 1_024;
// 11 takes ten times as long for five per cent less.
const BROTLI_QUALITY = 9;

/**
 * Puts `FILE.br` and `FILE.gz` next to the panel's files. koa-static sends them to clients that accept them, so nothing
 * is compressed at run time.
 */
export async function precompress(folder: string): Promise<void> {
  const files = filesBelow(folder).filter((file) => COMPRESSED.has(extname(file)));
  await Promise.all(
    files.map(async (file) => {
      const bytes = readFileSync(file);
      if (bytes.length < SMALLEST) return;
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      };
      writeFileSync(`${file}.br`, await brotli(bytes, { params }));
      writeFileSync(`${file}.gz`, await gzipped(bytes, { level: constants.Z_BEST_COMPRESSION }));
    }),
  );
}
