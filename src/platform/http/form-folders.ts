import type { Dirent } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';

// The name contains the process id; in earlier releases it did not.
const NAME = /^stadtverbund-form-(?:(\d{1,9})-)?[^-]{6}$/;

/** A new folder for the files of one form. The caller removes it. */
export const makeFormFolder = (): Promise<string> =>
  mkdtemp(join(tmpdir(), `stadtverbund-form-${process.pid}-`));

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Otherwise the process belongs to another user.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** When this process started, in milliseconds. */
const startOfProcess = (): number => Date.now() - process.uptime() * 1_000;

/** Whether the process that created a folder has ended. In a container the next process has the same id. */
async function isLeft(path: string, pid: number): Promise<boolean> {
  if (pid !== 0 && pid !== process.pid) return !isRunning(pid);
  return (await stat(path)).mtimeMs < startOfProcess();
}

/**
 * Removes folders left by processes that ended in the middle of a form. Those of other running instances stay. Failures
 * are logged.
 */
export async function sweepFormFolders(strapi: Core.Strapi): Promise<void> {
  const entries: Dirent[] = await readdir(tmpdir(), { withFileTypes: true });
  for (const { name } of entries.filter((entry) => entry.isDirectory())) {
    const match = NAME.exec(name);
    if (!match) continue;
    const path = join(tmpdir(), name);
    try {
      if (await isLeft(path, Number(match[1] ?? 0))) await rm(path, { recursive: true, force: true });
    } catch (error) {
      // Another starting instance may have been faster.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
        strapi.log.warn(`${path} is left over and cannot be removed: ${(error as Error).message}`);
    }
  }
}
