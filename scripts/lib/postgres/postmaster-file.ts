import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../error-code';

/** What a running server writes into postmaster.pid, line by line (PostgreSQL: miscadmin.h, LOCK_FILE_LINE_*). */
export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

/** Reads postmaster.pid; undefined if no server is running, or the file is just being written. */
export function readPostmaster(clusterDirectory: string): Postmaster | undefined {
  const file = postmasterFile(clusterDirectory);
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 0
    ? { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
    : undefined;
}

/**
 * Removes a postmaster.pid whose process id now belongs to something else. PostgreSQL clears the file of a dead server
 * itself, but after a restart of the machine the id may belong to another process, or a zombie.
 *
 * @returns whether the file was removed
 */
export function removeIfStranger(clusterDirectory: string): boolean {
  const postmaster = readPostmaster(clusterDirectory);
  if (!postmaster || serves(postmaster.pid, clusterDirectory) !== false) return false;
  rmSync(postmasterFile(clusterDirectory), { force: true });
  return true;
}

/** Whether the process serves this cluster; undefined if the system does not tell. */
function serves(pid: number, clusterDirectory: string): boolean | undefined {
  if (isGone(pid)) return false;
  if (!existsSync('/proc/self/stat')) return undefined;
  // "pid (command) state …": a zombie still has its command but serves nobody.
  const stat = valueUnless(['ENOENT', 'ESRCH'], () => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  if (!stat?.includes('(postgres) ') || stat.includes('(postgres) Z')) return false;
  // A server's working directory is its cluster. Root in a container may not be allowed to see that of another user's
  // process.
  const directory = valueUnless(['EACCES', 'EPERM', 'ENOENT'], () => readlinkSync(`/proc/${pid}/cwd`));
  return directory === undefined ? undefined : directory === realpathSync(clusterDirectory);
}

/** Whether no process has this id. */
export function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    // EPERM: it exists, but is not ours to signal.
    return errorCode(error) === 'ESRCH';
  }
}

/** Runs the call; undefined if it fails with one of these system errors. */
function valueUnless<T>(codes: string[], call: () => T): T | undefined {
  try {
    return call();
  } catch (error) {
    if (codes.includes(errorCode(error) ?? '')) return undefined;
    throw error;
  }
}

function postmasterFile(clusterDirectory: string): string {
  return join(clusterDirectory, 'postmaster.pid');
}
