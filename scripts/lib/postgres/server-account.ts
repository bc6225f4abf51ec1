import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

/** The operating-system account PostgreSQL runs as; empty for the user of this process. */
export interface ServerAccount {
  uid?: number;
  gid?: number;
}

const NAME = 'postgres';

/**
 * Decides under which account the server of this cluster runs. PostgreSQL refuses to run as root, so root uses the
 * owner of an existing cluster, or else the account `postgres`, which is created if missing.
 */
export function serverAccountFor(clusterDirectory: string): ServerAccount {
  const owner = existsSync(clusterDirectory) ? statSync(clusterDirectory) : undefined;
  if (process.getuid?.() !== 0) {
    if (owner && process.getuid && owner.uid !== process.getuid()) {
      throw new Error(
        `The database in ${clusterDirectory} belongs to another user (uid ${owner.uid}), most likely because it was ` +
          'first started as root. Start it as that user again, or as root.',
      );
    }
    return {};
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return accountByName() ?? createAccount();
}

/** Whether the account may enter the directory and its parents (respecting ACLs and mounts). */
export function canEnter(account: ServerAccount, directory: string): boolean {
  return spawnSync('test', ['-x', directory], { ...account, cwd: '/' }).status === 0;
}

/** Makes the account the owner of a file or directory and its contents; does nothing for our own account. */
export function giveTo(account: ServerAccount, path: string): void {
  if (account.uid === undefined) return;
  const result = spawnSync('chown', ['-R', `${account.uid}:${account.gid}`, path], { encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`Cannot hand ${path} to PostgreSQL's account: ${result.stderr}`);
}

function accountByName(): ServerAccount | undefined {
  const uid = idOf('-u');
  const gid = idOf('-g');
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

function idOf(flag: '-u' | '-g'): number | undefined {
  const result = spawnSync('id', [flag, NAME], { encoding: 'utf8' });
  return result.status === 0 ? Number(result.stdout.trim()) : undefined;
}

function createAccount(): ServerAccount {
  const result = spawnSync(
    'useradd',
    ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', NAME],
    {
      encoding: 'utf8',
    },
  );
  const account = accountByName();
  if (account) return account;
  throw new Error(
    `PostgreSQL does not run as root, and the account "${NAME}" for it could not be created ` +
      `(${result.error?.message ?? result.stderr.trim()}). Start as an ordinary user, or set DATABASE_URL.`,
  );
}
