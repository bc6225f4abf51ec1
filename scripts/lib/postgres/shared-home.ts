import { chmodSync, mkdirSync } from 'node:fs';

const SHARED_HOME = '/var/lib/stadtverbund';

/**
 * Creates the place for binaries and clusters if root works in a directory that PostgreSQL's account cannot enter, such
 * as a clone below /root. Everybody may pass through; its contents have their own permissions.
 */
export function sharedHome(): string {
  mkdirSync(SHARED_HOME, { recursive: true });
  if (process.getuid?.() === 0) chmodSync(SHARED_HOME, 0o755);
  return SHARED_HOME;
}
