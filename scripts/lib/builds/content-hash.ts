import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { PROJECT_ROOT } from '../project';

/** Lists the files below the path (or the file itself), sorted; none for a missing path. */
export function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

/** One digest of the names and contents of these files, and of everything else the result depends on. */
export function contentHash(files: string[], also: string[] = []): string {
  const hash = createHash('sha256');
  for (const file of files) {
    hash
      .update(`${relative(PROJECT_ROOT, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.update(also.join('\0')).digest('hex').slice(0, 32);
}
