import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { letterHtml } from '#src/platform/mail/domain/letter-html';
import { messageOf } from '#src/platform/mail/domain/message';
import { EVERY_LETTER, letterhead, lettersIn } from './all-letters';
import { launchChromium, unpackChromium } from './chromium';
import { rawMail } from './raw-mail';

// The width of a phone, and one on which the column is narrower than the window.
const WIDTHS = [390, 640];

const USAGE = `Writes every letter in every language, as .html and .eml, to be looked at.

TSX_TSCONFIG_PATH=tsconfig.tools.json npx tsx tests/support/write-letters.ts [--pictures] FOLDER

--pictures  also as Chromium shows them, on a phone, wider, and in the dark`;

const WRITTEN = {
  typed: 'Bäckerei Öztürk & Söhne',
  reason: 'Bitte ergänzen Sie die Öffnungszeiten für Samstag.\nEin Bild von der Ladenfront wäre schön.',
};

async function takePictures(folder: string, names: readonly string[]): Promise<void> {
  await unpackChromium();
  const browser = await launchChromium();
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of WIDTHS) {
      const page = await browser.newPage({ viewport: { width, height: 400 }, colorScheme });
      for (const name of names) {
        await page.goto(`file://${join(folder, `${name}.html`)}`);
        await page.screenshot({ path: join(folder, `${name}.${width}.${colorScheme}.png`), fullPage: true });
      }
    }
  await browser.close();
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { pictures: { type: 'boolean' }, help: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [folder] = positionals;
  if (values.help || !folder) return console.log(USAGE);
  mkdirSync(folder, { recursive: true });
  const names: string[] = [];
  for (const [kind, language] of EVERY_LETTER) {
    const letter = lettersIn(language, WRITTEN).get(kind);
    if (!letter) continue;
    const name = `${kind}.${language}`;
    const head = letterhead(language);
    writeFileSync(join(folder, `${name}.html`), letterHtml(letter, head));
    writeFileSync(
      join(folder, `${name}.eml`),
      await rawMail(messageOf(letter, head, 'noreply@example.org')),
      'latin1',
    );
    names.push(name);
  }
  if (values.pictures) await takePictures(folder, names);
}

void main();
