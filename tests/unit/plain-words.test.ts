import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '#scripts/lib/builds/content-hash';
import { PROJECT_ROOT } from '#scripts/lib/project';

// German sentences in English words begin with these; CONTRIBUTING.md says what to write instead.
const WORDS = /\b(anew|whoever|whomever|lest)\b/i;
const FOLDERS = ['src', 'scripts', 'tests', 'config', 'database', 'deploy', 'examples', 'docs'];
// Figures of earlier runs, and this list.
const LEFT_OUT = /(^|\/)docs\/bench\/|\/fixtures\/releases\/\d|\/plain-words\.test\.ts$/;

test('comments, titles and texts use plain words', () => {
  const found = FOLDERS.flatMap((folder) => filesBelow(join(PROJECT_ROOT, folder)))
    .filter((file) => /\.(tsx?|mjs|js|sql|md|ya?ml|conf)$/.test(file) && !LEFT_OUT.test(file))
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line, at) => (WORDS.test(line) ? [`${file}:${at + 1}: ${line.trim()}`] : [])),
    );
  expect(found).toEqual([]);
});
