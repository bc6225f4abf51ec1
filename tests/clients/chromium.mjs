import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT, run } from './lib.mjs';

/** The Chromium of the end-to-end tests. */
export async function unpackedChromium() {
  const { chromium } = createRequire(join(ROOT, 'package.json'))('playwright-core');
  const { executablePath, env } = JSON.parse(
    await run(process.execPath, [join(ROOT, 'scripts', 'lib', 'chromium', 'unpack.mjs')]),
  );
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
  });
}
