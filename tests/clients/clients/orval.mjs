import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, inFolder, must, node22, programOf, run } from '../lib.mjs';

/** orval makes a fetch client of the document; it compiles, and its names are names. */
export const check = (city) =>
  inFolder(async (folder) => {
    writeFileSync(
      join(folder, 'orval.config.mjs'),
      `export default { city: {
        input: { target: '${city.url}/api/openapi.json' },
        output: { target: './city.ts', client: 'fetch', mode: 'single', baseUrl: '${city.url}' },
      } };`,
    );
    await run(node22(), [programOf('orval'), '--config', 'orval.config.mjs'], { cwd: folder });
    await compile(folder);
    const functions =
      readFileSync(join(folder, 'city.ts'), 'utf8').match(/^export const \w+ = async/gm) ?? [];
    must(functions.length > 30, `only ${functions.length} functions were made`);
    return `${functions.length} functions compile`;
  });
