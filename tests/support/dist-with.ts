import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT, STRAPI_DIRECTORIES } from '../../scripts/lib/project';

// Strapi reads files from these folders and does not follow links in them.
const READ_AS_FILES = ['api', 'components', 'extensions'];

/**
 * The compiled application with additional content types, for suites that show what a schema file alone does.
 * Everything else is linked, so that the code is the same and loaded once.
 *
 * @param extraApi folder relative to the project, laid out like src/api
 */
export function distWith(extraApi: string): { distDir: string; remove(): void } {
  const { distDir: dist } = STRAPI_DIRECTORIES;
  const cache = join(PROJECT_ROOT, '.cache');
  mkdirSync(cache, { recursive: true });
  const distDir = mkdtempSync(join(cache, 'dist-with-'));
  cpSync(join(dist, 'config'), join(distDir, 'config'), { recursive: true });
  mkdirSync(join(distDir, 'src'));
  for (const name of readdirSync(join(dist, 'src'))) {
    const [from, to] = [join(dist, 'src', name), join(distDir, 'src', name)];
    if (READ_AS_FILES.includes(name)) cpSync(from, to, { recursive: true });
    else symlinkSync(from, to);
  }
  cpSync(join(PROJECT_ROOT, extraApi), join(distDir, 'src', 'api'), { recursive: true });
  return { distDir, remove: () => rmSync(distDir, { recursive: true, force: true }) };
}
