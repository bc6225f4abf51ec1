// Unpacks the Chromium that comes with @sparticuz/chromium, with its own libraries and fonts, once into
// node_modules/.cache, and prints where it is: { executablePath, env }. A separate process, because the package is an
// ES module and reads the environment when it is imported.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const home = resolve(import.meta.dirname, '../../../node_modules/.cache/chromium-141');
const complete = resolve(home, 'complete');
// The package accepts any file called chromium in TMPDIR as complete, even a half-unpacked one.
if (!existsSync(complete)) rmSync(home, { recursive: true, force: true });
mkdirSync(home, { recursive: true });

process.env.TMPDIR = home;
// Makes it also unpack NSS, expat and fonts, which a bare machine lacks.
process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
const { default: chromium } = await import('@sparticuz/chromium');
const executablePath = await chromium.executablePath();
// Its own fonts.conf looks only below /tmp, and Chromium crashes if it finds no font at all.
const fontconfig = resolve(home, 'fontconfig');
mkdirSync(fontconfig, { recursive: true });
writeFileSync(
  resolve(fontconfig, 'fonts.conf'),
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${resolve(home, 'fonts')}</dir>
  <cachedir>${resolve(home, 'fonts-cache')}</cachedir>
</fontconfig>
`,
);
writeFileSync(complete, '');

const { LD_LIBRARY_PATH } = process.env;
console.log(JSON.stringify({ executablePath, env: { LD_LIBRARY_PATH, FONTCONFIG_PATH: fontconfig } }));
