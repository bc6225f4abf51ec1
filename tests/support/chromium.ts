import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { exclusively } from '../../scripts/lib/exclusively';
import { PROJECT_ROOT } from '../../scripts/lib/project';

interface UnpackedChromium {
  executablePath: string;
  env: Record<string, string>;
}

const VARIABLE = 'TEST_CHROMIUM';

/** Unpacks the Chromium of the tests, once per run before any worker starts one. */
export async function unpackChromium(): Promise<void> {
  process.env[VARIABLE] = await exclusively(`chromium ${PROJECT_ROOT}`, () =>
    execFileSync(process.execPath, [join(__dirname, 'unpack-chromium.mjs')], { encoding: 'utf8' }),
  );
}

/** Starts the unpacked Chromium, without the package's own arguments, which switch web security off. */
export function launchChromium(): Promise<Browser> {
  const { executablePath, env } = JSON.parse(process.env[VARIABLE] ?? '') as UnpackedChromium;
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
  });
}
