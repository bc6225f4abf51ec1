import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT, must, run, skipped, temporaryFolder } from '../lib.mjs';

const { parse } = createRequire(join(ROOT, 'package.json'))('csv-parse/sync');

// Comma, quote, UTF-8, from line 1, no formats, German (0x407), texts in quotes are not special, numbers are detected.
const GERMAN = 'CSV:44,34,76,1,,1031,false,true';
// As shown in the cells.
const SHOWN = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,1031,false,true,false';

function installed() {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

/** LibreOffice Calc opens the table with German numbers: every cell shows what the file says. */
export async function check(city) {
  if (!installed()) return skipped('there is no soffice (apt-get install libreoffice-calc)');
  const folder = temporaryFolder();
  try {
    const answer = await fetch(`${city.url}/api/directory/listings.csv`);
    must(answer.ok, `listings.csv answered ${answer.status}`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    writeFileSync(join(folder, 'listings.csv'), bytes);
    await run('soffice', [
      `-env:UserInstallation=file://${folder}/profile`,
      ...['--headless', `--infilter=${GERMAN}`, '--convert-to', SHOWN],
      ...['--outdir', join(folder, 'shown'), join(folder, 'listings.csv')],
    ]);
    const read = (file) => parse(readFileSync(join(folder, file)), { bom: true });
    const [written, shown] = [read('listings.csv'), read('shown/listings.csv')];
    must(written.length > 100, `only ${written.length} rows`);
    const [names] = written;
    const wrong = written.flatMap((row, at) =>
      row.flatMap((cell, column) => {
        const seen = shown[at]?.[column];
        // A line break is one however it is written.
        const same = seen?.replaceAll('\r', '') === cell.replaceAll('\r', '');
        return same ? [] : [`row ${at + 1}, ${names[column]}: ${cell} is shown as ${seen}`];
      }),
    );
    must(wrong.length === 0, `${wrong.length} cells differ:\n${wrong.slice(0, 10).join('\n')}`);
    return `${written.length} rows as written`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
