import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, inFolder, programOf, run } from '../lib.mjs';

const USE = `import type { paths } from './city';

type Get<Path extends keyof paths> = paths[Path] extends { get: { responses: { 200: { content: infer Content } } } }
  ? Content[keyof Content]
  : never;

declare const list: Get<'/api/businesses'>;
declare const search: Get<'/api/directory/search'>;
export const names: string[] = list.data.map(({ name }) => String(name));
export const slugs: string[] = search.data.map(({ slug }) => slug);
// @ts-expect-error -- there is no such field
export const none = search.data.map(({ nothingLikeThat }) => nothingLikeThat);
`;

/** openapi-typescript on the document; what comes out compiles, and knows the fields. */
export const check = (city) =>
  inFolder(async (folder) => {
    const file = join(folder, 'city.ts');
    await run(process.execPath, [
      programOf('openapi-typescript'),
      `${city.url}/api/openapi.json`,
      '-o',
      file,
    ]);
    writeFileSync(join(folder, 'use.ts'), USE);
    await compile(folder);
    return 'types compile';
  });
