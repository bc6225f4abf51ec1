import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { join } from 'node:path';
import { PROJECT_ROOT } from '#scripts/lib/project';

const SOURCES = join(PROJECT_ROOT, 'packages', 'client', 'src');

/** Bytes of what a browser loads for these imports. */
async function sizeOf(imports: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: `export ${imports} from './index.ts';`, resolveDir: SOURCES },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    // Nothing of Node may be needed: it would not be found.
    platform: 'browser',
    target: 'es2022',
  });
  return gzipSync(outputFiles[0]?.contents ?? '').length;
}

it('is under 20 kB (gzip) as a whole', async () => {
  const size = await sizeOf('*');
  expect(size).toBeGreaterThan(1_000);
  expect(size).toBeLessThan(20_000);
});

it.each([
  ['verifyWebhook', 1_500],
  ['createFeed', 3_000],
  ['createClient', 5_000],
])('%s brings no more than it needs', async (name, most) => {
  expect(await sizeOf(`{ ${name} }`)).toBeLessThan(most);
});
