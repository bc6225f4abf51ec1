import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { exclusively } from '../exclusively';
import { PROJECT_ROOT } from '../project';

interface UnpackedChromium {
  executablePath: string;
  env: Record<string, string>;
}

const VARIABLE = 'UNPACKED_CHROMIUM';

/** Unpacks the Chromium of tests and measurements, once per run before anything starts one. */
export async function unpackChromium(): Promise<void> {
  process.env[VARIABLE] = await exclusively(`chromium ${PROJECT_ROOT}`, () =>
    execFileSync(process.execPath, [join(__dirname, 'unpack.mjs')], { encoding: 'utf8' }),
  );
}

/**
 * Starts the unpacked Chromium, without the package's own arguments, which switch web security off.
 * @param further arguments of its command line
 */
export function launchChromium(further: readonly string[] = []): Promise<Browser> {
  const { executablePath, env } = JSON.parse(process.env[VARIABLE] ?? '') as UnpackedChromium;
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', ...further],
  });
}
